package dev.creature.voiceloop.ears;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What was heard in a recording. Times are milliseconds from its start.
 *
 * @param segments what was said, a turn each, or a part of one too long to be recognised at once
 * @param turnEndsMillis the last sounds of turns
 * @param audioMillis length of the recording
 */
public record Heard(List<Segment> segments, List<Long> turnEndsMillis, long audioMillis) {
  public Heard {
    segments = List.copyOf(segments);
    turnEndsMillis = List.copyOf(turnEndsMillis);
  }

  /** Words that were said without a long pause. */
  public record Segment(long startMillis, long endMillis, String text) {}

  /** All that was said. */
  public String text() {
    return segments.stream().map(Segment::text).collect(Collectors.joining(" "));
  }
}
