/**
 * The creature itself, as far as it outlives every node: who it is, what it heard, how it feels.
 */
@NullMarked
package dev.creature.actors.creature;

import org.jspecify.annotations.NullMarked;
