/**
 * From samples to what was said when: windows, voice activity, the ends of turns.
 *
 * <p>All of it is plain, deterministic code on a clock of samples (16 kHz), without threads: the
 * caller runs the models through the inference pool and passes their answers in.
 */
@NullMarked
package dev.creature.voiceloop.ears;

import org.jspecify.annotations.NullMarked;
