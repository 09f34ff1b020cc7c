/**
 * The mouth: cuts the reply into clauses as its words arrive, speaks each clause as soon as it is
 * complete, and knows when every phoneme, mouth shape and word of it sounds.
 */
@NullMarked
package dev.creature.voiceloop.mouth;

import org.jspecify.annotations.NullMarked;
