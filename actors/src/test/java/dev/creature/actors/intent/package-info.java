@NullMarked
package dev.creature.actors.intent;

import org.jspecify.annotations.NullMarked;
