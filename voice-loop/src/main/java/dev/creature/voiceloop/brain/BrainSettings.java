package dev.creature.voiceloop.brain;

import dev.creature.models.language.Sampling;

/**
 * How the creature puts its words.
 *
 * @param temperature see {@link Sampling}
 * @param topP see {@link Sampling}
 * @param topK see {@link Sampling}
 * @param repetitionPenalty see {@link Sampling}
 * @param sentences how many sentences a reply has at most; short ones such as "Okay." are free
 * @param words after so many words a reply ends with its clause
 * @param attempts how many replies are tried until one is fit to be said, at least 1
 * @param shownExamples how many of the persona's further examples the model is shown with a
 *     question
 * @param ownLines whether a question that is nearly word for word one of the persona's is answered
 *     with the line that stands there, without asking the model
 * @param historyTokens about how many tokens of what was said before are kept in mind
 */
public record BrainSettings(
    double temperature,
    double topP,
    int topK,
    double repetitionPenalty,
    int sentences,
    int words,
    int attempts,
    int shownExamples,
    boolean ownLines,
    int historyTokens) {
  public BrainSettings {
    if (sentences < 1 || words < 5 || attempts < 1 || shownExamples < 0 || historyTokens < 0) {
      throw new IllegalArgumentException(
          "a reply needs at least 1 sentence, 5 words and 1 attempt");
    }
  }

  /** What suits a model of 135 M parameters, found by {@code BrainEvaluation}. */
  public static BrainSettings usual() {
    return new BrainSettings(0.3, 0.9, 40, 1, 2, 26, 4, 2, true, 80);
  }

  Sampling sampling(long seed, int attempt) {
    // Each further attempt ventures out a little more.
    return new Sampling(
        Math.min(2, temperature + 0.25 * attempt),
        topP,
        topK,
        repetitionPenalty,
        words * 3,
        seed + 7919L * attempt);
  }
}
