package dev.creature.voiceloop.cascade;

import java.util.List;

/**
 * What a reply may begin with before its own words are due or ready; of each list one at a time, by
 * turns. An empty list: nothing.
 *
 * @param toRequests such as "Okay.": a user who goes on takes it for encouragement
 * @param toStatements such as "I see.": shows that it was listening, and encourages as well
 * @param whileThinking such as "Hmm.": when an answer takes longer than usual
 */
public record FirstWords(
    List<String> toRequests, List<String> toStatements, List<String> whileThinking) {
  /** What a first word is for. */
  public enum Use {
    /** See {@link FirstWords#toRequests}. */
    TO_REQUEST,
    /** See {@link FirstWords#toStatements}. */
    TO_STATEMENT,
    /** See {@link FirstWords#whileThinking}. */
    WHILE_THINKING
  }

  /** Keeps copies. */
  public FirstWords {
    toRequests = List.copyOf(toRequests);
    toStatements = List.copyOf(toStatements);
    whileThinking = List.copyOf(whileThinking);
  }

  /** None: every reply begins with the answer. */
  public static FirstWords none() {
    return new FirstWords(List.of(), List.of(), List.of());
  }

  /** The words for one use. */
  public List<String> of(Use use) {
    return switch (use) {
      case TO_REQUEST -> toRequests;
      case TO_STATEMENT -> toStatements;
      case WHILE_THINKING -> whileThinking;
    };
  }
}
