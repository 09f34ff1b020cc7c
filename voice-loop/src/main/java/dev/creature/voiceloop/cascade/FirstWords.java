package dev.creature.voiceloop.cascade;

import java.util.List;

/**
 * What a reply may begin with before its own words are due or ready, and what is said while the
 * user tells something long; of each list one at a time, by turns. An empty list: nothing.
 *
 * @param toRequests such as "Okay.": a user who goes on takes it for encouragement
 * @param toStatements such as "I see.": shows that it was listening, and encourages as well
 * @param whileThinking such as "Let me see.": when an answer takes longer than usual
 * @param whileListening such as "Mm-hm.": said softly into a pause of somebody who goes on
 * @param sign sounds in the moment in which a turn is taken whose answer is not ready yet
 */
public record FirstWords(
    List<String> toRequests,
    List<String> toStatements,
    List<String> whileThinking,
    List<String> whileListening,
    SoundSign sign) {
  /** What a first word is for. */
  public enum Use {
    /** See {@link FirstWords#toRequests}. */
    TO_REQUEST,
    /** See {@link FirstWords#toStatements}. */
    TO_STATEMENT,
    /** See {@link FirstWords#whileThinking}. */
    WHILE_THINKING,
    /** See {@link FirstWords#whileListening}. */
    WHILE_LISTENING,
    /** See {@link FirstWords#sign}; it has no words. */
    SIGN
  }

  /** Keeps copies. */
  public FirstWords {
    toRequests = List.copyOf(toRequests);
    toStatements = List.copyOf(toStatements);
    whileThinking = List.copyOf(whileThinking);
    whileListening = List.copyOf(whileListening);
  }

  /** None: every reply begins with the answer. */
  public static FirstWords none() {
    return new FirstWords(List.of(), List.of(), List.of(), List.of(), SoundSign.NONE);
  }

  /** The same without the sign, which is no answer: for whoever measures when answers begin. */
  public FirstWords withoutSign() {
    return new FirstWords(toRequests, toStatements, whileThinking, whileListening, SoundSign.NONE);
  }

  /** The words for one use. */
  public List<String> of(Use use) {
    return switch (use) {
      case TO_REQUEST -> toRequests;
      case TO_STATEMENT -> toStatements;
      case WHILE_THINKING -> whileThinking;
      case WHILE_LISTENING -> whileListening;
      case SIGN -> List.of();
    };
  }
}
