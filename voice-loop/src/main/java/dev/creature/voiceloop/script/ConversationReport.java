package dev.creature.voiceloop.script;

import java.util.List;

/**
 * What was measured of a scripted conversation.
 *
 * @param voiceToVoiceMillis from the user's last sound to the creature's first, for each input that
 *     was answered
 * @param answered the same, with the input of each
 * @param falseTakeovers inputs during which more than 0.3 s of the creature were heard although the
 *     user went on
 * @param shortOverlaps inputs with a pause during which something shorter was heard
 * @param overlaps all of them, and those into the very end of an input as well
 * @param inputsWithPauses inputs in which the creature can be too early
 * @param interruptions replies that the user cut
 * @param replies that sounded
 * @param inputs of the script
 * @param unanswered indexes of the inputs that no sound followed
 * @param durationMillis of the conversation
 * @param worstTickLatenessMillis of the audio clock; when it is much above 20 the machine was too
 *     busy for real time
 */
public record ConversationReport(
    Percentiles voiceToVoiceMillis,
    List<Answered> answered,
    int falseTakeovers,
    int shortOverlaps,
    List<Overlap> overlaps,
    int inputsWithPauses,
    int interruptions,
    int replies,
    int inputs,
    List<Integer> unanswered,
    long durationMillis,
    double worstTickLatenessMillis) {
  public ConversationReport {
    answered = List.copyOf(answered);
    overlaps = List.copyOf(overlaps);
    unanswered = List.copyOf(unanswered);
  }
}
