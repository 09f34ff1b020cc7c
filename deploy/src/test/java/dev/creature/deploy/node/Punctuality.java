package dev.creature.deploy.node;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How late frames of sound were, each against the quickest of the stretch that it belongs to.
 *
 * @param millis of each, sorted
 * @param lost frames that did not come
 */
record Punctuality(List<Long> millis, int lost) {
  static Punctuality of(Iterable<long[]> frames) {
    List<Long> late = new ArrayList<>();
    int lost = 0;
    long base = 0;
    long next = Long.MIN_VALUE;
    for (long[] frame : frames) {
      long at = TimeUnit.NANOSECONDS.toMillis(frame[0]);
      if (frame[1] != next) {
        // A new reply; but a step of whole frames is a hole in an old one.
        boolean hole =
            next != Long.MIN_VALUE && frame[1] - next < 1_000 && (frame[1] - next) % 80 == 0;
        lost += hole ? Math.toIntExact((frame[1] - next) / 80) : 0;
        base = at - frame[1];
      }
      // The first frame leaves 20 ms before its time, those that follow 140: what is beyond is
      // late.
      late.add(Math.max(0, at - frame[1] - base));
      next = frame[1] + 80;
    }
    Collections.sort(late);
    return new Punctuality(late, lost);
  }

  long at(double part) {
    return millis.isEmpty()
        ? 0
        : millis.get((int) Math.max(0, Math.ceil(part * millis.size()) - 1));
  }
}
