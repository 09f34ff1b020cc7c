package dev.creature.voiceloop.ears;

import java.util.ArrayDeque;
import java.util.Comparator;

/**
 * How loud the voices are whose turns were taken, and so, which voice is far away. Not thread-safe.
 */
public final class UsualLoudness {
  /** One speaker's turns differ by some 5 dB; four times the distance takes 12 dB away. */
  private static final double FAR_DB = 13;

  /**
   * Nobody as loud as this is far, in decibels below full scale: of 52 recordings of people, whose
   * levels differ by 20 dB, the softest reach −30.
   */
  private static final double NEAR_DB = -31;

  /** One loud or soft turn of three changes nothing. */
  private static final int TURNS = 3;

  private final ArrayDeque<Double> latest = new ArrayDeque<>();

  /**
   * A turn was taken.
   *
   * @param loudestDb its loudest moment, in decibels
   */
  public void took(double loudestDb) {
    latest.addLast(loudestDb);
    if (latest.size() > TURNS) {
      latest.removeFirst();
    }
  }

  /**
   * Whether a voice is too soft to be one of theirs. None is before the first turn.
   *
   * @param loudestDb its loudest moment so far, in decibels
   */
  public boolean far(double loudestDb) {
    return !latest.isEmpty() && loudestDb < Math.min(NEAR_DB, median() - FAR_DB);
  }

  /** Of two, the softer: nobody is to be overheard for one loud turn. */
  private double median() {
    return latest.stream()
        .sorted(Comparator.naturalOrder())
        .skip((latest.size() - 1) / 2)
        .findFirst()
        .orElseThrow();
  }
}
