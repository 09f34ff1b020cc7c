package dev.creature.models.language.constrained;

import java.util.BitSet;

/**
 * Reads a regular expression as schemas have them: classes, groups, alternatives, repetition, and
 * anchors at the ends. Only printable characters of ASCII without quote and backslash count, and
 * the whole text has to match even without anchors: fewer texts than the pattern allows, never
 * others.
 */
final class PatternReader {
  private static final int MOST_REPEATED = 250;

  private final String text;
  private final PatternNet net;
  private int at;

  private PatternReader(String text, PatternNet net) {
    this.text = text;
    this.net = net;
  }

  /** The pattern as a net of steps. */
  static PatternNet read(String pattern) {
    PatternNet net = new PatternNet();
    String body = pattern;
    if (body.startsWith("^")) {
      body = body.substring(1);
    }
    if (body.endsWith("$") && !body.endsWith("\\$")) {
      body = body.substring(0, body.length() - 1);
    }
    PatternReader reader = new PatternReader(body, net);
    PatternNet.Part whole = reader.alternatives();
    if (reader.at < body.length()) {
      throw reader.unsupported();
    }
    net.finish(whole);
    return net;
  }

  private UnsupportedSchema unsupported() {
    return new UnsupportedSchema("the pattern " + text);
  }

  private PatternNet.Part alternatives() {
    PatternNet.Part part = sequence();
    while (at < text.length() && text.charAt(at) == '|') {
      at++;
      part = net.either(part, sequence());
    }
    return part;
  }

  private PatternNet.Part sequence() {
    PatternNet.Part part = net.nothing();
    while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
      part = net.then(part, repeated());
    }
    return part;
  }

  private PatternNet.Part repeated() {
    int from = at;
    PatternNet.Part part = one();
    int atomEnd = at;
    if (at == text.length()) {
      return part;
    }
    int fewest;
    int most;
    switch (text.charAt(at)) {
      case '*' -> {
        at++;
        return net.loop(part);
      }
      case '+' -> {
        at++;
        fewest = 1;
        most = -1;
      }
      case '?' -> {
        at++;
        return net.either(part, net.nothing());
      }
      case '{' -> {
        int close = text.indexOf('}', at);
        String[] counts = close < 0 ? new String[0] : text.substring(at + 1, close).split(",", -1);
        if (counts.length == 0 || counts.length > 2) {
          throw unsupported();
        }
        fewest = count(counts[0]);
        most = counts.length == 1 ? fewest : counts[1].isEmpty() ? -1 : count(counts[1]);
        at = close + 1;
      }
      default -> {
        return part;
      }
    }
    int end = at;
    PatternNet.Part whole = net.nothing();
    for (int i = 0; i < fewest; i++) {
      whole = net.then(whole, again(from, atomEnd));
    }
    if (most < 0) {
      whole = net.then(whole, net.loop(again(from, atomEnd)));
    } else {
      PatternNet.Part optional = net.nothing();
      for (int i = fewest; i < most; i++) {
        optional = net.either(net.then(again(from, atomEnd), optional), net.nothing());
      }
      whole = net.then(whole, optional);
    }
    at = end;
    return whole;
  }

  /** The same piece of the pattern as new steps. */
  private PatternNet.Part again(int from, int to) {
    at = from;
    PatternNet.Part part = one();
    if (at != to) {
      throw unsupported();
    }
    return part;
  }

  private int count(String digits) {
    if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) > MOST_REPEATED) {
      throw unsupported();
    }
    return Integer.parseInt(digits);
  }

  private PatternNet.Part one() {
    char character = text.charAt(at++);
    return switch (character) {
      case '(' -> group();
      case '[' -> net.step(set());
      case '.' -> net.step(PatternNet.printable());
      case '\\' -> net.step(escaped());
      case '*', '+', '?', '{', '^', '$' -> throw unsupported();
      default -> net.step(only(character));
    };
  }

  private PatternNet.Part group() {
    if (text.startsWith("?:", at)) {
      at += 2;
    } else if (text.startsWith("?", at)) {
      throw unsupported();
    }
    PatternNet.Part inside = alternatives();
    expect(')');
    return inside;
  }

  private void expect(char wanted) {
    if (at >= text.length() || text.charAt(at++) != wanted) {
      throw unsupported();
    }
  }

  private BitSet set() {
    boolean not = text.startsWith("^", at);
    at += not ? 1 : 0;
    BitSet set = new BitSet();
    while (at < text.length() && text.charAt(at) != ']') {
      BitSet low = text.charAt(at) == '\\' ? escapedBehind() : only(text.charAt(at++));
      boolean range =
          at + 1 < text.length() && text.charAt(at) == '-' && text.charAt(at + 1) != ']';
      if (range) {
        at++;
        BitSet high = text.charAt(at) == '\\' ? escapedBehind() : only(text.charAt(at++));
        if (low.cardinality() != 1 || high.cardinality() != 1) {
          throw unsupported();
        }
        low.set(low.nextSetBit(0), high.nextSetBit(0) + 1);
      }
      set.or(low);
    }
    expect(']');
    if (not) {
      set.flip(0, 128);
    }
    return set;
  }

  private BitSet escapedBehind() {
    at++;
    return escaped();
  }

  private BitSet escaped() {
    if (at >= text.length()) {
      throw unsupported();
    }
    char character = text.charAt(at++);
    BitSet set = new BitSet();
    switch (character) {
      case 'd' -> set.set('0', '9' + 1);
      case 'w' -> {
        set.set('0', '9' + 1);
        set.set('A', 'Z' + 1);
        set.set('a', 'z' + 1);
        set.set('_');
      }
      case 's' -> set.set(' ');
      default -> {
        if (Character.isLetterOrDigit(character)) {
          throw unsupported();
        }
        set.set(character);
      }
    }
    return set;
  }

  private BitSet only(char character) {
    if (character >= 128) {
      throw unsupported();
    }
    BitSet set = new BitSet();
    set.set(character);
    return set;
  }
}
