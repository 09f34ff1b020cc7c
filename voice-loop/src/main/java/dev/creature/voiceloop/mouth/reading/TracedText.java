package dev.creature.voiceloop.mouth.reading;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text under rewriting that remembers, for each of its characters, which part of the source it
 * came from. So the time of a spoken word finds its way back to the written one.
 */
final class TracedText {
  /** What stands instead of a match. */
  @FunctionalInterface
  interface Replacement {
    String of(MatchResult match, String text);
  }

  private final String text;
  private final int[] starts;
  private final int[] ends;

  private TracedText(String text, int[] starts, int[] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  static TracedText of(String source) {
    int[] starts = new int[source.length()];
    int[] ends = new int[source.length()];
    for (int i = 0; i < source.length(); i++) {
      starts[i] = i;
      ends[i] = i + 1;
    }
    return new TracedText(source, starts, ends);
  }

  /** The text as it is now. */
  String text() {
    return text;
  }

  /** First character of the source that the characters from {@code from} to {@code to} are from. */
  int sourceStart(int from, int to) {
    int start = Integer.MAX_VALUE;
    for (int i = from; i < to; i++) {
      start = Math.min(start, starts[i]);
    }
    return start;
  }

  /** One behind the last character of the source that they are from. */
  int sourceEnd(int from, int to) {
    int end = 0;
    for (int i = from; i < to; i++) {
      end = Math.max(end, ends[i]);
    }
    return end;
  }

  /** Replaces every match. What a replacement shares with its match keeps its own origin. */
  TracedText replace(Pattern pattern, Replacement replacement) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      return this;
    }
    Writer writer = new Writer();
    int copied = 0;
    do {
      writer.keep(copied, matcher.start());
      writer.replace(matcher.start(), matcher.end(), replacement.of(matcher, text));
      copied = matcher.end();
    } while (matcher.find());
    writer.keep(copied, text.length());
    return writer.finish();
  }

  /** Replaces every match by one text. */
  TracedText replace(Pattern pattern, String by) {
    return replace(pattern, (_, _) -> by);
  }

  /** Without white space at both ends. */
  TracedText strip() {
    int from = 0;
    int to = text.length();
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    Writer writer = new Writer();
    writer.keep(from, to);
    return writer.finish();
  }

  private final class Writer {
    private final StringBuilder out = new StringBuilder();
    private int[] outStarts = new int[text.length() + 16];
    private int[] outEnds = new int[text.length() + 16];

    void keep(int from, int to) {
      for (int i = from; i < to; i++) {
        append(text.charAt(i), starts[i], ends[i]);
      }
    }

    void replace(int from, int to, String by) {
      int front = 0;
      while (front < by.length()
          && from + front < to
          && by.charAt(front) == text.charAt(from + front)) {
        front++;
      }
      int back = 0;
      while (back < by.length() - front
          && to - back > from + front
          && by.charAt(by.length() - 1 - back) == text.charAt(to - 1 - back)) {
        back++;
      }
      keep(from, from + front);
      int changedFrom = from + front;
      int changedTo = to - back;
      if (changedFrom == changedTo) {
        // Something was put in between: it belongs to the match as a whole.
        changedFrom = from;
        changedTo = to;
      }
      int start = changedFrom < changedTo ? sourceStart(changedFrom, changedTo) : 0;
      int end = changedFrom < changedTo ? sourceEnd(changedFrom, changedTo) : 0;
      for (int i = front; i < by.length() - back; i++) {
        append(by.charAt(i), start, end);
      }
      keep(to - back, to);
    }

    private void append(char c, int start, int end) {
      if (out.length() == outStarts.length) {
        outStarts = java.util.Arrays.copyOf(outStarts, 2 * outStarts.length);
        outEnds = java.util.Arrays.copyOf(outEnds, 2 * outEnds.length);
      }
      outStarts[out.length()] = start;
      outEnds[out.length()] = end;
      out.append(c);
    }

    TracedText finish() {
      return new TracedText(out.toString(), outStarts, outEnds);
    }
  }
}
