package dev.creature.deploy.bench;

import java.util.regex.Pattern;

/**
 * What a system does when somebody speaks into its speech: the classes of Full-Duplex-Bench v1.5.
 * There a language model reads the words and judges; here it follows from what is known of the
 * conversation, so whether a response makes sense is not judged.
 */
enum OverlapBehaviour {
  /** It gave up what it was saying, and answered. */
  RESPOND,
  /** It went on with what it was saying. */
  RESUME,
  /** It said that it had not understood. */
  UNCERTAIN,
  /** Nothing was heard of it any more. */
  UNKNOWN;

  private static final Pattern NOT_UNDERSTOOD =
      Pattern.compile(
          "(?i)\\b(didn't (quite )?(catch|hear|get)|did not (catch|hear)|say (that|it) again|once more|repeat|beg your pardon|come again)\\b");

  /**
   * Finds the class.
   *
   * @param wentOn whether the speech that was spoken into went on, or never stopped
   * @param answer the words that were said in its place; empty for none
   */
  static OverlapBehaviour of(boolean wentOn, String answer) {
    if (wentOn) {
      return RESUME;
    }
    if (answer.isBlank()) {
      return UNKNOWN;
    }
    return NOT_UNDERSTOOD.matcher(answer).find() ? UNCERTAIN : RESPOND;
  }
}
