package dev.creature.voiceloop.mouth;

import java.util.ArrayList;
import java.util.List;

/**
 * The mouth's shapes from sound alone, for engines that give no phonemes: a spectrum every 10 ms, a
 * small net that reads lips from it, and a mouth that holds each shape for at least {@value
 * #SHORTEST} slices. About a thousandth of the sound's own length is spent on it. Thread-safe.
 */
public final class SoundVisemes {
  private static final int SHORTEST = 4;
  private static final int SIL = LipReading.ORDER.indexOf(Viseme.SIL);
  private static final int PP = LipReading.ORDER.indexOf(Viseme.PP);

  /** Softer than this in the mean of its bands, nothing is said; the floor is at −18.4. */
  private static final double SILENT = -17.5;

  /** How much a slice's neighbours count, on either side. */
  private static final double[] NEIGHBOURS = {1, 0.7, 0.35};

  private final LipReading reading;

  SoundVisemes(LipReading reading) {
    this.reading = reading;
  }

  /** With what comes with the program. */
  public static SoundVisemes learned() {
    return new SoundVisemes(LipReading.learned());
  }

  /**
   * The shapes of a sound.
   *
   * @param samples mono, 24 kHz, 16 bit
   * @return in order, without gaps from 0 to the end; empty for less than 10 ms
   */
  public List<TimedViseme> of(short[] samples) {
    float[][] slices = SoundSpectrum.of(samples);
    if (slices.length == 0) {
      return List.of();
    }
    float[][] likely = new float[slices.length][];
    for (int at = 0; at < slices.length; at++) {
      likely[at] = reading.likely(reading.hidden(reading.inputs(slices, at)));
    }
    int[] shapes = new int[slices.length];
    for (int at = 0; at < slices.length; at++) {
      boolean silent = slices[at][SoundSpectrum.BANDS] < SILENT;
      shapes[at] = silent ? SIL : likeliest(likely, at);
    }
    return spans(shapes, samples.length * 1000.0 / SpokenClause.SAMPLE_RATE);
  }

  private static int likeliest(float[][] likely, int at) {
    int best = 0;
    double most = -1;
    for (int shape = 0; shape < likely[at].length; shape++) {
      double sum = 0;
      for (int off = 1 - NEIGHBOURS.length; off < NEIGHBOURS.length; off++) {
        int near = Math.clamp(at + off, 0, likely.length - 1);
        sum += NEIGHBOURS[Math.abs(off)] * likely[near][shape];
      }
      if (sum > most) {
        most = sum;
        best = shape;
      }
    }
    return best;
  }

  /** A shape that is too short to be made gives its time to the one before. */
  private static List<TimedViseme> spans(int[] shapes, double endMillis) {
    List<TimedViseme> spans = new ArrayList<>();
    int from = 0;
    int shape = shapes[0];
    for (int at = 1; at < shapes.length; at++) {
      boolean held = shapes[at] != shape && holds(shapes, at);
      if (held) {
        spans.add(span(shape, from, at * (double) SoundSpectrum.STEP_MILLIS));
        from = at;
        shape = shapes[at];
      }
    }
    spans.add(span(shape, from, endMillis));
    return spans;
  }

  private static boolean holds(int[] shapes, int at) {
    // Lips that close for p, b and m are quick, and seen more than anything else.
    int wanted = shapes[at] == PP ? 2 : SHORTEST;
    for (int ahead = 1; ahead < wanted; ahead++) {
      if (at + ahead < shapes.length && shapes[at + ahead] != shapes[at]) {
        return false;
      }
    }
    return true;
  }

  private static TimedViseme span(int shape, int from, double endMillis) {
    return new TimedViseme(
        LipReading.ORDER.get(shape), from * (double) SoundSpectrum.STEP_MILLIS, endMillis);
  }
}
