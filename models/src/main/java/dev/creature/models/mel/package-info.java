/**
 * Log-mel spectra as Whisper was trained on: what the recogniser and the turn detector look at.
 *
 * <p>Mono samples at 16 kHz in, frames of 80 values every 10 ms out. Window: 400 points, periodic
 * Hann; hop 160; frame {@code t} is centred on sample {@code 160 t}; the edges are reflected.
 */
@NullMarked
package dev.creature.models.mel;

import org.jspecify.annotations.NullMarked;
