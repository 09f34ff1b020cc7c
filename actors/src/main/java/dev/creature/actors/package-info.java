/**
 * The vocabulary that the other modules meet through: sealed messages and events, and pure state
 * machines.
 */
@NullMarked
package dev.creature.actors;

import org.jspecify.annotations.NullMarked;
