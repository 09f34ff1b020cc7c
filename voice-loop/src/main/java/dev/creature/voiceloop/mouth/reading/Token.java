package dev.creature.voiceloop.mouth.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A word, a part of one, or a mark on its way to phonemes; filled in step by step. */
final class Token {
  final String text;
  final String tag;

  /** Where it stands in the text that was split. */
  final int start;

  final int end;

  /** Whether white space follows. */
  boolean spaceAfter;

  /** Whether it begins a word. */
  boolean head = true;

  /** Whether a gap comes in front of it inside a compound. */
  boolean gapBefore;

  /** Read this instead of the text. */
  @Nullable String alias;

  /** The sign of the currency that it is an amount of. */
  @Nullable String currency;

  /** The result; empty for what is not said. */
  @Nullable String phonemes;

  Token(String text, String tag, int start, int end) {
    this.text = text;
    this.tag = tag;
    this.start = start;
    this.end = end;
  }

  boolean decided() {
    return alias != null || phonemes != null;
  }

  /** The phonemes, empty while there are none. */
  String said() {
    return phonemes == null ? "" : phonemes;
  }

  /** One token in place of several, without phonemes. */
  static Token merged(List<Token> tokens) {
    StringBuilder text = new StringBuilder();
    Token longest = tokens.getFirst();
    String currency = null;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      text.append(token.text);
      if (token.spaceAfter && i < tokens.size() - 1) {
        text.append(' ');
      }
      if (weight(token) > weight(longest)) {
        longest = token;
      }
      if (token.currency != null && (currency == null || token.currency.compareTo(currency) > 0)) {
        currency = token.currency;
      }
    }
    Token merged =
        new Token(text.toString(), longest.tag, tokens.getFirst().start, tokens.getLast().end);
    merged.spaceAfter = tokens.getLast().spaceAfter;
    merged.head = tokens.getFirst().head;
    merged.gapBefore = tokens.getFirst().gapBefore;
    merged.currency = currency;
    return merged;
  }

  /** The part with the most letters gives the whole its part of speech; capitals count twice. */
  private static int weight(Token token) {
    return token.text.chars().map(c -> c == Character.toLowerCase(c) ? 1 : 2).sum();
  }
}
