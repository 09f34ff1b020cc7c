package dev.creature.actors.face;

import dev.creature.actors.face.FaceCommand.VisemeSpan;
import java.util.ArrayDeque;
import java.util.List;

/**
 * The mouth of one conversation over time: how far open and in which shape, from the very samples
 * that play.
 *
 * <p>Sound is measured in slices of {@value #SLICE_MILLIS} ms, so that the mouth is never more than
 * half a frame late. Not thread-safe.
 */
public final class MouthTrack {
  /** How finely sound is measured. */
  public static final int SLICE_MILLIS = 20;

  /** The mouth at rest. */
  public static final String REST = "sil";

  private static final int SLICE_SAMPLES = 24_000 * SLICE_MILLIS / 1000;

  /** Softer than this, of full scale, the mouth stays shut (−50 dBFS). */
  private static final double SHUT = 0.003;

  /** From this on, it is wide open (−13 dBFS). */
  private static final double WIDE = 0.22;

  /** Half of the way to a wider opening takes this long. */
  private static final double OPENING_HALF_MILLIS = 18;

  /** Half of the way to a narrower one takes this long: 96 % of the way in 80 ms. */
  private static final double CLOSING_HALF_MILLIS = 17;

  /** Lips that meet for p, b and m let nothing be seen of how loud it is. */
  private static final double LIPS_MET = 0.12;

  private record Slice(long startMillis, double opening) {}

  private final ArrayDeque<Slice> slices = new ArrayDeque<>();
  private final ArrayDeque<VisemeSpan> visemes = new ArrayDeque<>();
  private double opening;
  private long lastMillis;
  private boolean sounding;

  /** The mouth at a moment. */
  public record Mouth(double opening, String viseme, boolean speaking) {
    /** Shut. */
    public static final Mouth SHUT = new Mouth(0, REST, false);
  }

  /**
   * Sound that will be heard, behind what came before.
   *
   * @return whether the mouth was at rest: what was asked of moments from {@code playoutMillis} on
   *     was answered without it, and may be asked anew
   */
  public boolean add(long playoutMillis, short[] samples, List<VisemeSpan> shapes) {
    boolean begins = !sounding && slices.isEmpty();
    if (begins) {
      goBackTo(playoutMillis);
    }
    for (int from = 0; from < samples.length; from += SLICE_SAMPLES) {
      int to = Math.min(samples.length, from + SLICE_SAMPLES);
      slices.add(new Slice(playoutMillis + from * 1000L / 24_000, openingOf(samples, from, to)));
    }
    visemes.addAll(shapes);
    return begins;
  }

  /** Nothing is heard from this moment on, which may be asked about anew. */
  public void cut(long atMillis) {
    slices.removeIf(slice -> slice.startMillis() >= atMillis);
    visemes.removeIf(span -> span.startMillis() >= atMillis);
    sounding = false;
    goBackTo(atMillis);
  }

  /** The lips are under way for a slice by then: the sound that moves them is there already. */
  private void goBackTo(long millis) {
    lastMillis = Math.min(lastMillis, millis - SLICE_MILLIS);
  }

  /** The mouth at this time, not before an earlier one but where something began or was cut. */
  public Mouth at(long millis) {
    while (!slices.isEmpty() && slices.getFirst().startMillis() + SLICE_MILLIS <= millis) {
      slices.removeFirst();
    }
    while (!visemes.isEmpty() && visemes.getFirst().endMillis() <= millis) {
      visemes.removeFirst();
    }
    boolean heard = !slices.isEmpty() && slices.getFirst().startMillis() <= millis;
    // Between two clauses the next slice is near; then it still speaks, with its mouth shut.
    sounding = heard || (sounding && !slices.isEmpty());
    String viseme = heard ? visemeAt(millis) : REST;
    double target = heard ? slices.getFirst().opening() : 0;
    if (viseme.equals("PP")) {
      target = Math.min(target, LIPS_MET);
    }
    double elapsed = Math.max(0, millis - lastMillis);
    lastMillis = millis;
    double half = target > opening ? OPENING_HALF_MILLIS : CLOSING_HALF_MILLIS;
    opening = target + (opening - target) * Math.pow(0.5, elapsed / half);
    opening = opening < 0.01 ? 0 : Math.min(1, opening);
    return new Mouth(opening, viseme, sounding);
  }

  /** How far sound opens the mouth, 0 to 1: by its loudness in decibels, as an ear takes it. */
  static double openingOf(short[] samples, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      double sample = samples[i] / 32_768.0;
      sum += sample * sample;
    }
    double level = Math.sqrt(sum / Math.max(1, to - from));
    return level <= SHUT ? 0 : Math.clamp(Math.log(level / SHUT) / Math.log(WIDE / SHUT), 0.0, 1.0);
  }

  private String visemeAt(long millis) {
    return visemes.isEmpty() || visemes.getFirst().startMillis() > millis
        ? guess()
        : visemes.getFirst().viseme();
  }

  /** An engine that gives only audio still moves its lips: by loudness alone. */
  private String guess() {
    double target = slices.isEmpty() ? 0 : slices.getFirst().opening();
    return target < 0.15 ? REST : target < 0.5 ? "E" : target < 0.75 ? "O" : "aa";
  }
}
