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

  /** Neither the user nor the creature speaks since this moment. */
  void quietSince(long millis) {
    voiceSounds = false;
    quietMillis = Math.max(quietMillis, millis);
  }

  /** What is to be told now, if this is the moment. */
  Optional<String> due(long nowMillis) {
    return !voiceSounds && nowMillis - quietMillis >= BREATH_MILLIS
        ? Optional.ofNullable(waiting.poll())
        : Optional.empty();
  }
}
