package dev.creature.deploy.load;

import com.fasterxml.jackson.databind.JsonNode;

/** What a phone is sent, in the order it came. */
sealed interface FromNode {
  /** When it came. */
  long nanos();

  /** A text. */
  record Event(long nanos, JsonNode json) implements FromNode {
    String type() {
      return json.path("type").asText();
    }

    int turn() {
      return json.path("turn").asInt();
    }
  }

  /**
   * A piece of sound.
   *
   * @param line counts the phone's connections
   * @param playoutMillis when it is to be heard
   * @param millis how long it sounds
   * @param loudMillis until where anything is to be heard in it; the last piece of a reply is
   *     filled up with silence
   */
  record Sound(long nanos, int line, long playoutMillis, int millis, int loudMillis)
      implements FromNode {
    boolean loud() {
      return loudMillis > 0;
    }
  }
}
