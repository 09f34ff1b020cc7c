package dev.creature.voiceloop.recognition;

/**
 * What has been understood of a turn that is still being spoken.
 *
 * @param text all words so far
 * @param stableCharacters how many characters at the front will not be taken back: every later
 *     result of the turn, the final one too, begins with them
 * @param heardMillis how much of the turn's sound this is the result of
 */
public record PartialTranscript(String text, int stableCharacters, long heardMillis) {
  public PartialTranscript {
    if (stableCharacters < 0 || stableCharacters > text.length()) {
      throw new IllegalArgumentException(
          "stableCharacters must be from 0 to " + text.length() + ", not " + stableCharacters);
    }
  }

  /** The part that will not be taken back. */
  public String stableText() {
    return text.substring(0, stableCharacters);
  }
}
