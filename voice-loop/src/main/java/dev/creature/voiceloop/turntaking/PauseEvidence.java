package dev.creature.voiceloop.turntaking;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known of a pause while it lasts.
 *
 * @param silenceMillis since the user's last sound
 * @param speechMillis from the turn's first sound to its last
 * @param finalDecibels how the voice fell before the pause, see {@link FinalLevel}
 * @param endProbability of the latest run of the end-of-turn model inside this pause, 0 to 1; empty
 *     before the first
 * @param words of the whole turn, where the recogniser has finished them inside this pause
 * @param pace how this speaker pauses
 */
public record PauseEvidence(
    long silenceMillis,
    long speechMillis,
    double finalDecibels,
    OptionalDouble endProbability,
    Optional<String> words,
    SpeakerPace pace) {}
