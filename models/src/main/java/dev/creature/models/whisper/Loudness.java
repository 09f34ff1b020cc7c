package dev.creature.models.whisper;

import dev.creature.models.mel.MelFeatures;
import java.util.Arrays;

/**
 * Which frames of 20 ms are loud enough to be speech: a third of the way, in decibels, from the
 * noise (the quietest tenth of the frames) to the speech (the loudest tenth).
 */
final class Loudness {
  private static final float SHARE = 0.35f;

  /** A quiet stretch of this many frames ends a word: 160 ms, longer than any stop consonant. */
  private static final int GAP = 8;

  private static final int BINS = 80;

  private final float[] levels;
  private final float threshold;

  Loudness(MelFeatures sound) {
    levels = new float[sound.frames() / 2];
    for (int bin = 0; bin < BINS; bin++) {
      for (int frame = 0; frame < 2 * levels.length; frame++) {
        levels[frame / 2] += sound.at(bin, frame) / (2 * BINS);
      }
    }
    float[] sorted = levels.clone();
    Arrays.sort(sorted);
    float noise = sorted.length == 0 ? 0 : sorted[sorted.length / 10];
    float speech = sorted.length == 0 ? 0 : sorted[sorted.length * 9 / 10];
    threshold = noise + SHARE * (speech - noise);
  }

  /** A range of frames, its end not included. */
  record Span(int from, int to) {
    private int length() {
      return to - from;
    }
  }

  /**
   * The longest loud stretch within a range, so that a click before a word or a pause after it is
   * no part of it; the whole range when nothing in it is loud.
   */
  Span loudest(int from, int to) {
    Span longest = new Span(from, from);
    Span current = longest;
    for (int frame = from; frame < Math.min(to, levels.length); frame++) {
      if (levels[frame] < threshold) {
        continue;
      }
      boolean joined = current.length() > 0 && frame < current.to() + GAP;
      current = new Span(joined ? current.from() : frame, frame + 1);
      if (current.length() > longest.length()) {
        longest = current;
      }
    }
    return longest.length() == 0 ? new Span(from, Math.max(from, to)) : longest;
  }
}
