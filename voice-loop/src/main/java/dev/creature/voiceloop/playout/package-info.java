/** Paces the creature's sound in real time and knows what of it was heard. */
@NullMarked
package dev.creature.voiceloop.playout;

import org.jspecify.annotations.NullMarked;
