package dev.creature.deploy.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Where somebody is heard on one channel of a conversation. Milliseconds on its clock.
 *
 * @param all in order, not touching each other
 */
record SpeechSegments(List<Segment> all) {
  /** From its first sound to behind its last one. */
  record Segment(long startMillis, long endMillis) {
    long durationMillis() {
      return endMillis - startMillis;
    }
  }

  SpeechSegments {
    all = List.copyOf(all);
  }

  /**
   * Of frames that hold sound or do not.
   *
   * @param frameMillis of each; may be a fraction
   */
  static SpeechSegments of(boolean[] frames, double frameMillis) {
    List<Segment> found = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= frames.length; i++) {
      boolean sounds = i < frames.length && frames[i];
      if (sounds && start < 0) {
        start = i;
      } else if (!sounds && start >= 0) {
        found.add(new Segment(Math.round(start * frameMillis), Math.round(i * frameMillis)));
        start = -1;
      }
    }
    return new SpeechSegments(found);
  }

  /** The same on a clock that began so much earlier. */
  SpeechSegments later(long millis) {
    return new SpeechSegments(
        all.stream()
            .map(it -> new Segment(it.startMillis() + millis, it.endMillis() + millis))
            .toList());
  }

  /** The silences between them that last at least so long. */
  SpeechSegments pauses(long leastMillis) {
    List<Segment> pauses = new ArrayList<>();
    for (int i = 1; i < all.size(); i++) {
      long from = all.get(i - 1).endMillis();
      long until = all.get(i).startMillis();
      Segment pause = new Segment(from, until);
      if (pause.durationMillis() >= leastMillis) {
        pauses.add(pause);
      }
    }
    return new SpeechSegments(pauses);
  }

  /** Without those that are shorter. */
  SpeechSegments lasting(long leastMillis) {
    return new SpeechSegments(
        all.stream().filter(it -> it.durationMillis() >= leastMillis).toList());
  }

  /** With silences of at most so long closed. */
  SpeechSegments merged(long gapMillis) {
    List<Segment> merged = new ArrayList<>();
    for (Segment segment : all) {
      if (!merged.isEmpty() && segment.startMillis() - merged.getLast().endMillis() <= gapMillis) {
        Segment last = merged.removeLast();
        merged.add(new Segment(last.startMillis(), segment.endMillis()));
      } else {
        merged.add(segment);
      }
    }
    return new SpeechSegments(merged);
  }

  /** What of them lies in a stretch of time, cut at its ends. */
  SpeechSegments within(long fromMillis, long untilMillis) {
    List<Segment> inside = new ArrayList<>();
    for (Segment segment : all) {
      long start = Math.max(fromMillis, segment.startMillis());
      long end = Math.min(untilMillis, segment.endMillis());
      if (end > start) {
        inside.add(new Segment(start, end));
      }
    }
    return new SpeechSegments(inside);
  }

  /** Those that begin in a stretch of time, whole. */
  SpeechSegments beginningIn(long fromMillis, long untilMillis) {
    return new SpeechSegments(
        all.stream()
            .filter(it -> it.startMillis() >= fromMillis && it.startMillis() < untilMillis)
            .toList());
  }

  /** The longest one's length; 0 where there is none. */
  long longestMillis() {
    return all.stream().mapToLong(Segment::durationMillis).max().orElse(0);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  long startMillis() {
    return all.getFirst().startMillis();
  }

  long endMillis() {
    return all.getLast().endMillis();
  }

  /** The first one's beginning at a moment or behind it. */
  OptionalLong nextStart(long fromMillis) {
    return all.stream()
        .mapToLong(Segment::startMillis)
        .filter(start -> start >= fromMillis)
        .findFirst();
  }
}
