package dev.creature.deploy.telemetry;

/**
 * When the stages of one turn ended, in milliseconds on the conversation's clock, none before the
 * one that comes first.
 *
 * @param spokenMillis the user's last sound
 * @param heardMillis the first sound of the reply at the listener's ear
 */
public record TurnTimes(
    int turn,
    long spokenMillis,
    long wordsMillis,
    long committedMillis,
    long thoughtMillis,
    long leftMillis,
    long heardMillis) {
  public TurnTimes {
    if (spokenMillis > wordsMillis
        || wordsMillis > committedMillis
        || committedMillis > thoughtMillis
        || thoughtMillis > leftMillis
        || leftMillis > heardMillis) {
      throw new IllegalArgumentException("the stages of a turn follow each other");
    }
  }

  /** When a stage began. */
  public long begin(TurnStage stage) {
    return switch (stage) {
      case EAR -> spokenMillis;
      case TURN -> wordsMillis;
      case BRAIN -> committedMillis;
      case MOUTH -> thoughtMillis;
      case PLAYOUT -> leftMillis;
    };
  }

  /** When a stage ended. */
  public long end(TurnStage stage) {
    return switch (stage) {
      case EAR -> wordsMillis;
      case TURN -> committedMillis;
      case BRAIN -> thoughtMillis;
      case MOUTH -> leftMillis;
      case PLAYOUT -> heardMillis;
    };
  }

  /** What the user waited, by the creature's own clock. */
  public long voiceToVoiceMillis() {
    return heardMillis - spokenMillis;
  }
}
