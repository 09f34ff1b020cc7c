/** Is somebody speaking: Silero VAD, one probability for each 32 ms of sound. */
@NullMarked
package dev.creature.models.vad;

import org.jspecify.annotations.NullMarked;
