package dev.creature.voiceloop.brain;

/**
 * Leaves of written text only what can be spoken, a piece at a time: no markup, emoji, quotation
 * marks, stage directions ({@code *smiles*}, {@code (laughs)}) or tags, single spaces. Thoughts in
 * {@code <think>} tags are dropped. A line break becomes {@link #BREAK}.
 */
final class SpokenText {
  /** Stands for a line break: a spoken reply has one line. */
  static final char BREAK = '\n';

  private static final String MARKUP = "#_`~|[]{}\\\"\u201C\u201D\u00AB\u00BB\u2022";

  /** A stage direction or tag longer than this is none, in characters; what it held is lost. */
  private static final int LONGEST_ASIDE = 80;

  private char asideEnd;
  private final StringBuilder aside = new StringBuilder();
  private boolean afterStar;
  private boolean thinking;
  private boolean afterSpace;
  private boolean begun;

  /** What of a further piece can be spoken. */
  String read(String piece) {
    StringBuilder out = new StringBuilder();
    piece.codePoints().forEach(c -> next(c, out));
    return out.toString();
  }

  private void next(int c, StringBuilder out) {
    if (asideEnd != 0) {
      inAside(c, out);
      return;
    }
    if (afterStar) {
      afterStar = false;
      if (c == '*') {
        // Two stars are bold type: the words count.
        return;
      }
      openAside('*');
      inAside(c, out);
      return;
    }
    switch (c) {
      case '*' -> afterStar = true;
      case '(' -> openAside(')');
      case '<' -> openAside('>');
      case '\n', '\r' -> {
        if (begun && !thinking) {
          out.append(BREAK);
          afterSpace = true;
        }
      }
      default -> plain(c, out);
    }
  }

  private void plain(int c, StringBuilder out) {
    if (thinking) {
      return;
    }
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      space(out);
    } else if (c == '\u2014' || c == '\u2013') {
      // A dash between words is a pause.
      if (begun) {
        out.append(',');
        afterSpace = false;
        space(out);
      }
    } else if (MARKUP.indexOf(c) >= 0 || !speakable(c)) {
      // Nothing to hear.
    } else {
      begun = true;
      afterSpace = false;
      out.appendCodePoint(c == '\u2019' || c == '\u2018' ? '\'' : c);
    }
  }

  // At once, as it may complete a clause; never two.
  private void space(StringBuilder out) {
    if (begun && !afterSpace) {
      out.append(' ');
      afterSpace = true;
    }
  }

  private void openAside(char end) {
    asideEnd = end;
    aside.setLength(0);
  }

  private void inAside(int c, StringBuilder out) {
    if (c == asideEnd || c == '\n' || aside.length() >= LONGEST_ASIDE) {
      if (asideEnd == '>') {
        String tag = aside.toString().strip();
        thinking = tag.equals("think") || (thinking && !tag.equals("/think"));
      }
      asideEnd = 0;
      space(out);
    } else {
      aside.appendCodePoint(c);
    }
  }

  private static boolean speakable(int c) {
    return switch (Character.getType(c)) {
      case Character.OTHER_SYMBOL -> c == '\u00B0';
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.MODIFIER_SYMBOL,
          Character.ENCLOSING_MARK ->
          false;
      default -> c != '\uFE0F' && c != '\uFFFD';
    };
  }
}
