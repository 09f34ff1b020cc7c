package dev.creature.models.whisper;

import java.util.ArrayList;
import java.util.List;

/** Cuts long sound into windows that the recogniser can take, where it is quietest. */
final class QuietCuts {
  /** Longest window: 28 s, which leaves room for the silence behind it. */
  private static final int LONGEST = 28 * 16_000;

  /** A cut is looked for behind this much of the window. */
  private static final int SHORTEST = 14 * 16_000;

  private static final int STEP = 320;

  /** A cut is judged by the 200 ms around it, so that it falls between words. */
  private static final int AROUND = 10;

  private QuietCuts() {}

  /** A range of samples, its end not included. */
  record Range(int from, int to) {
    int length() {
      return to - from;
    }
  }

  /** Ranges that follow each other without a gap, from the first sample to the last. */
  static List<Range> of(float[] samples) {
    List<Range> ranges = new ArrayList<>();
    int from = 0;
    while (samples.length - from > LONGEST) {
      int to = quietest(samples, from + SHORTEST, from + LONGEST);
      ranges.add(new Range(from, to));
      from = to;
    }
    ranges.add(new Range(from, samples.length));
    return ranges;
  }

  private static int quietest(float[] samples, int from, int to) {
    int steps = (to - from) / STEP;
    double[] energy = new double[steps];
    for (int step = 0; step < steps; step++) {
      for (int i = 0; i < STEP; i++) {
        float sample = samples[from + step * STEP + i];
        energy[step] += sample * sample;
      }
    }
    double sum = 0;
    for (int step = 0; step < AROUND; step++) {
      sum += energy[step];
    }
    double least = sum;
    int best = 0;
    for (int step = AROUND; step < steps; step++) {
      sum += energy[step] - energy[step - AROUND];
      // The later of equals: fewer windows.
      if (sum <= least) {
        least = sum;
        best = step - AROUND + 1;
      }
    }
    return from + (best + AROUND / 2) * STEP;
  }
}
