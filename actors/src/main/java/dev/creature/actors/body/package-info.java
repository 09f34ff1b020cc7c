/** The protocol that every body speaks, simulated or real. */
@NullMarked
package dev.creature.actors.body;

import org.jspecify.annotations.NullMarked;
