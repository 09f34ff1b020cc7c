package dev.creature.actors.face;

import dev.creature.actors.face.FaceFrame.Gaze;
import java.util.SplittableRandom;

/**
 * What a face does when nothing happens: blinks and looks about. Equal seeds and equal questions
 * give equal lives. Asked in the order of time; not thread-safe.
 */
public final class IdleLife {
  private static final int CLOSING_MILLIS = 70;
  private static final int SHUT_MILLIS = 30;
  private static final int OPENING_MILLIS = 130;
  private static final int SACCADE_MILLIS = 60;

  private final SplittableRandom random;
  private long blinkMillis;
  private long lookMillis;
  private long holdMillis;
  private Gaze from = Gaze.AHEAD;
  private Gaze to = Gaze.AHEAD;
  private Attention attention = Attention.NOBODY;

  /** What the creature attends to. */
  public enum Attention {
    /** Nobody is there: it looks about. */
    NOBODY,
    /** The one who speaks: it looks at them. */
    LISTENING,
    /** What to answer: it looks up and aside. */
    THINKING,
    /** The one it speaks to; now and then aside. */
    SPEAKING
  }

  /** Begins at time 0. */
  public IdleLife(long seed) {
    random = new SplittableRandom(seed);
    blinkMillis = random.nextInt(800, 2500);
    lookMillis = random.nextInt(600, 1800);
  }

  /** Attends to something else, from now on. */
  public void attend(Attention next, long nowMillis) {
    if (attention != next) {
      attention = next;
      look(nowMillis);
    }
  }

  /** Blinks now, unless it does already: as one does who turns to somebody. */
  public void blinkNow(long nowMillis) {
    if (nowMillis < blinkMillis) {
      blinkMillis = nowMillis;
    }
  }

  /** How far the lids are closed, 0 to 1. */
  public double blink(long nowMillis) {
    while (nowMillis >= blinkMillis + CLOSING_MILLIS + SHUT_MILLIS + OPENING_MILLIS) {
      // One blink in seven is followed by another at once.
      blinkMillis =
          Math.max(nowMillis, blinkMillis + CLOSING_MILLIS + SHUT_MILLIS + OPENING_MILLIS)
              + (random.nextInt(7) == 0 ? random.nextInt(60, 180) : random.nextInt(1900, 5600));
    }
    long in = nowMillis - blinkMillis;
    if (in < 0) {
      return 0;
    }
    if (in < CLOSING_MILLIS) {
      return smooth(in / (double) CLOSING_MILLIS);
    }
    if (in < CLOSING_MILLIS + SHUT_MILLIS) {
      return 1;
    }
    return 1 - smooth((in - CLOSING_MILLIS - SHUT_MILLIS) / (double) OPENING_MILLIS);
  }

  /** Where it looks. */
  public Gaze gaze(long nowMillis) {
    if (nowMillis >= lookMillis + holdMillis) {
      look(nowMillis);
    }
    double way = smooth(Math.clamp((nowMillis - lookMillis) / (double) SACCADE_MILLIS, 0.0, 1.0));
    return new Gaze(from.x() + (to.x() - from.x()) * way, from.y() + (to.y() - from.y()) * way);
  }

  private void look(long nowMillis) {
    from = to;
    lookMillis = nowMillis;
    switch (attention) {
      case NOBODY -> {
        // Half of the time at the viewer, else anywhere, more sideways than up or down.
        to = random.nextBoolean() ? near(0.06) : near(0.55);
        holdMillis = random.nextInt(900, 3200);
      }
      case LISTENING -> {
        to = near(0.05);
        holdMillis = random.nextInt(700, 1800);
      }
      case THINKING -> {
        double side = random.nextBoolean() ? 1 : -1;
        to = new Gaze(side * random.nextDouble(0.3, 0.55), random.nextDouble(0.3, 0.5));
        holdMillis = random.nextInt(900, 1700);
      }
      case SPEAKING -> {
        to = random.nextInt(4) == 0 ? near(0.35) : near(0.06);
        holdMillis = random.nextInt(800, 2200);
      }
    }
  }

  private Gaze near(double reach) {
    return new Gaze(random.nextDouble(-reach, reach), random.nextDouble(-reach * 0.6, reach * 0.6));
  }

  private static double smooth(double way) {
    return way * way * (3 - 2 * way);
  }
}
