package dev.creature.voiceloop.ears;

/**
 * A turn that was found in a recording, or a part of one that is too long to be recognised at once.
 *
 * @param startSample its first sound, on the recording's clock at 16 kHz
 * @param endSample its last sound
 * @param endsTurn whether the turn ends here
 * @param sound samples from a little before to a little after
 */
@SuppressWarnings("ArrayRecordComponent") // Sound that is handed over, never compared.
public record SpokenPart(long startSample, long endSample, boolean endsTurn, float[] sound) {}
