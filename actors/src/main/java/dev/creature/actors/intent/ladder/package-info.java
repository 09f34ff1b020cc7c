/** The rungs that an intent climbs from partial words to its outcome: a pure state machine. */
@NullMarked
package dev.creature.actors.intent.ladder;

import org.jspecify.annotations.NullMarked;
