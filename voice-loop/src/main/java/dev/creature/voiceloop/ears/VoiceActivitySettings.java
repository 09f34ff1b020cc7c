package dev.creature.voiceloop.ears;

/**
 * When sound counts as voice.
 *
 * @param startProbability the VAD's probability from which a window may begin a voice, 0 to 1
 * @param stayProbability the probability from which a window goes on with one, at most as high
 * @param startMillis how long the VAD must be sure before a voice begins; shorter is a click
 * @param endMillis how long no sound of the voice must be heard before it has ended
 * @param lookBackMillis how far before the VAD's first word the true start is looked for
 */
public record VoiceActivitySettings(
    double startProbability,
    double stayProbability,
    int startMillis,
    int endMillis,
    int lookBackMillis) {
  public VoiceActivitySettings {
    if (!(stayProbability > 0 && stayProbability <= startProbability && startProbability < 1)) {
      throw new IllegalArgumentException("probabilities must satisfy 0 < stay <= start < 1");
    }
    if (startMillis < 0 || endMillis < 32 || lookBackMillis < 0) {
      throw new IllegalArgumentException("durations must be positive, the end at least 32 ms");
    }
  }

  /** Values that do well on recorded commands and questions: see {@code docs/ears.md}. */
  public static VoiceActivitySettings standard() {
    return new VoiceActivitySettings(0.5, 0.35, 64, 160, 400);
  }
}
