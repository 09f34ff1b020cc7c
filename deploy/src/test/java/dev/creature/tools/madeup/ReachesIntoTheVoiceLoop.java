package dev.creature.tools.madeup;

import dev.creature.voiceloop.audio.BadAudio;

/** What no tool may do; the test for the direction of dependencies must catch it. */
public final class ReachesIntoTheVoiceLoop {
  private ReachesIntoTheVoiceLoop() {}

  /** Uses a neighbour. */
  public static boolean isBadAudio(Exception exception) {
    return exception instanceof BadAudio;
  }
}
