/**
 * What the creature feels: a pure machine over valence and arousal, and the actor that keeps its
 * time.
 */
@NullMarked
package dev.creature.actors.affect;

import org.jspecify.annotations.NullMarked;
