/** The pages, as they are packed. */
@NullMarked
package dev.creature.facebridge.pages;

import org.jspecify.annotations.NullMarked;
