package dev.creature.voiceloop.cascade;

import java.util.ArrayDeque;
import java.util.Optional;

/** What the creature wants to tell without having been asked, and when nobody speaks. */
final class Tidings {
  /**
   * Nobody has spoken for so long: time for what is to be told. Long enough for whoever was just
   * answered to say something first.
   */
  private static final long BREATH_MILLIS = 2500;

  private final ArrayDeque<String> waiting = new ArrayDeque<>();
  private boolean voiceSounds;
  private long quietMillis;

  void add(String text) {
    if (!text.isBlank()) {
      waiting.add(text);
    }
  }

  /** Nobody listened: it comes before all others. */
  void again(String text) {
    waiting.addFirst(text);
  }

  void voiceBegins() {
    voiceSounds = true;
  }

  void voiceEnds(long millis) {
    voiceSounds = false;
    quietMillis = Math.max(quietMillis, millis);
  }

  /** A user who spoke into the reply may do so still: that it is over makes no silence. */
  void replyEnds(long millis) {
    quietMillis = Math.max(quietMillis, millis);
  }

  /** What is to be told now, if this is the moment. */
  Optional<String> due(long nowMillis) {
    return !voiceSounds && nowMillis - quietMillis >= BREATH_MILLIS
        ? Optional.ofNullable(waiting.poll())
        : Optional.empty();
  }
}
