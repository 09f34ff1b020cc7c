package dev.creature.models.language.constrained;

/**
 * A JSON number within a range, without exponent. Ends where the next byte belongs to what follows.
 *
 * @param range which numbers fit
 * @param negative whether a minus stands in front
 * @param digits written so far as one whole number
 * @param whole how many digits before the point
 * @param decimals how many behind it; -1 while there is no point
 */
record NumberBody(Range range, boolean negative, long digits, int whole, int decimals)
    implements Rule {
  private static final int MOST_WHOLE = 10;

  /**
   * Numbers from {@code low} to {@code high}, both in units of ten to the power of minus {@code
   * decimals}.
   */
  record Range(long low, long high, int decimals) {
    /** The range itself covers at most this, either way, in whole numbers. */
    static final long WIDEST = 1_000_000_000L;
  }

  static Rule of(Range range) {
    NumberBody start = new NumberBody(range, false, 0, 0, -1);
    return start.least() >= IMPOSSIBLE ? Rules.NONE : start;
  }

  @Override
  public Rule after(int octet) {
    NumberBody next;
    if (octet == '-') {
      if (negative || whole > 0) {
        return Rules.NONE;
      }
      next = new NumberBody(range, true, 0, 0, -1);
    } else if (octet == '.') {
      if (whole == 0 || decimals >= 0 || range.decimals() == 0) {
        return Rules.NONE;
      }
      next = new NumberBody(range, negative, digits, whole, 0);
    } else if (octet >= '0' && octet <= '9') {
      long more = digits * 10 + octet - '0';
      if (decimals >= 0) {
        if (decimals == range.decimals()) {
          return Rules.NONE;
        }
        next = new NumberBody(range, negative, more, whole, decimals + 1);
      } else {
        // No digit may follow a leading zero.
        if (whole == MOST_WHOLE || (whole > 0 && digits == 0)) {
          return Rules.NONE;
        }
        next = new NumberBody(range, negative, more, whole + 1, -1);
      }
    } else {
      return Rules.NONE;
    }
    return next.least() >= IMPOSSIBLE ? Rules.NONE : next;
  }

  @Override
  public boolean mayEnd() {
    return whole > 0 && decimals != 0 && fits(0, Math.max(0, decimals));
  }

  @Override
  public int least() {
    if (mayEnd()) {
      return 0;
    }
    int best = IMPOSSIBLE;
    if (whole == 0 && !negative) {
      best = 1 + new NumberBody(range, true, 0, 0, -1).positiveLeast();
    }
    return Math.min(best, positiveLeast());
  }

  /** The fewest bytes without another sign. */
  private int positiveLeast() {
    int best = IMPOSSIBLE;
    int mostWhole = decimals >= 0 || (whole > 0 && digits == 0) ? 0 : MOST_WHOLE - whole;
    for (int more = whole == 0 ? 1 : 0; more <= mostWhole; more++) {
      for (int places = Math.max(0, decimals); places <= range.decimals(); places++) {
        int point = decimals < 0 && places > 0 ? 1 : 0;
        int bytes = more + point + places - Math.max(0, decimals);
        boolean ends = decimals < 0 || places > 0;
        if (bytes < best && ends && fits(more, places)) {
          best = bytes;
        }
      }
    }
    return best;
  }

  /** Whether some number with so many more whole digits, and so many places in all, fits. */
  private boolean fits(int more, int places) {
    int behind = Math.max(0, decimals);
    int free = more + places - behind;
    long step = power(range.decimals() - places);
    long first = digits * power(free);
    long last = first + power(free) - 1;
    if (whole == 0 && more > 1) {
      // The first digit of several is not zero.
      first = power(free - 1);
    }
    if (negative) {
      return reaches(-last, -first, step);
    }
    return reaches(first, last, step);
  }

  /** Whether a multiple of the step, with a factor between these, is within the range. */
  private boolean reaches(long from, long to, long step) {
    long lowest = Math.ceilDiv(range.low(), step);
    long highest = Math.floorDiv(range.high(), step);
    return Math.max(from, lowest) <= Math.min(to, highest);
  }

  private static long power(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }
}
