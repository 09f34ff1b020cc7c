@NullMarked
package dev.creature.actors.intent.tap;

import org.jspecify.annotations.NullMarked;
