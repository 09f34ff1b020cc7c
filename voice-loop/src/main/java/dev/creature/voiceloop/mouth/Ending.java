package dev.creature.voiceloop.mouth;

/** How a clause ends, and how long the voice rests behind it when another one follows. */
public enum Ending {
  /** Nothing comes before: the start of a reply. */
  NONE(0),
  /** In the middle of a sentence, without a mark. */
  OPEN(20),
  /** A comma. */
  COMMA(110),
  /** A semicolon, colon or dash. */
  BREAK(190),
  /** A full stop, question or exclamation mark. */
  SENTENCE(320),
  /** The end of a paragraph or of an entry in a list. */
  PARAGRAPH(480);

  private static final String CLOSERS = "\"'”’)]}»*_";
  private final int pauseMillis;

  Ending(int pauseMillis) {
    this.pauseMillis = pauseMillis;
  }

  /** The rest before the next clause. */
  public int pauseMillis() {
    return pauseMillis;
  }

  /** How a text ends. */
  public static Ending of(String text) {
    int last = text.length() - 1;
    while (last >= 0
        && (CLOSERS.indexOf(text.charAt(last)) >= 0 || Character.isWhitespace(text.charAt(last)))) {
      last--;
    }
    if (last < 0) {
      return OPEN;
    }
    return switch (text.charAt(last)) {
      case '.', '!', '?', '…', '。', '！', '？' -> SENTENCE;
      case ',', '，', '、' -> COMMA;
      case ';', ':', '—', '–', '；', '：' -> BREAK;
      default -> OPEN;
    };
  }
}
