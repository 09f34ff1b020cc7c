package dev.creature.actors.intent.grammar;

/**
 * A word or a mark of a sentence.
 *
 * @param word in lower case, short forms written out; the mark itself for a mark
 */
record Token(String word, Kind kind) {
  /** What it is. */
  enum Kind {
    WORD,
    /** A comma, a dash, dots, or a sound of hesitation. */
    PAUSE,
    /** The end of a sentence. */
    END,
    /** The end of a question. */
    QUESTION
  }

  /** Beyond both ends of a text. */
  static final Token NONE = new Token("", Kind.END);

  static final Token COMMA = new Token(",", Kind.PAUSE);

  /** The pause of a speaker who looks for a word. */
  static final Token HESITATION = new Token("um", Kind.PAUSE);

  boolean isWord() {
    return kind == Kind.WORD;
  }

  boolean is(String other) {
    return word.equals(other);
  }

  /** Whether a sentence ends here. */
  boolean endsSentence() {
    return kind == Kind.END || kind == Kind.QUESTION;
  }
}
