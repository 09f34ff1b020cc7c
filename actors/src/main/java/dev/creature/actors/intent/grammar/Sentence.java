package dev.creature.actors.intent.grammar;

import java.util.ArrayList;
import java.util.List;

/** The tokens of a whole utterance, which may be several sentences. */
record Sentence(List<Token> tokens) {
  Sentence {
    tokens = List.copyOf(tokens);
  }

  /** The token at a place, {@link Token#NONE} beyond the ends. */
  Token at(int position) {
    return position < 0 || position >= tokens.size() ? Token.NONE : tokens.get(position);
  }

  /** The word at a place; empty for a mark and beyond the ends. */
  String word(int position) {
    Token token = at(position);
    return token.isWord() ? token.word() : "";
  }

  /** The same without some tokens. */
  Sentence without(int from, int to) {
    List<Token> rest = new ArrayList<>(tokens.subList(0, from));
    rest.addAll(tokens.subList(to, tokens.size()));
    return new Sentence(rest);
  }

  int size() {
    return tokens.size();
  }

  /**
   * The place of the mark that ends the sentence in which this place is, or the end of the text.
   */
  int end(int position) {
    int end = position;
    while (end < size() && !at(end).endsSentence()) {
      end++;
    }
    return end;
  }

  /** Whether nothing but a mark follows: the end, or a pause. */
  boolean isBoundary(int position) {
    return !at(position).isWord();
  }
}
