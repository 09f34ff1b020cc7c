package dev.creature.actors.intent.grammar;

import java.util.Optional;

/** Finds where a clause that only explains begins and ends: "the cup that I washed". Pure. */
final class SideClauses {
  private final Lexicon lexicon;
  private final PhraseReader phrases;

  SideClauses(Lexicon lexicon, PhraseReader phrases) {
    this.lexicon = lexicon;
    this.phrases = phrases;
  }

  /** Where a clause that only explains begins: "while …", "so that …", "that is on the table". */
  int subordinate(Sentence s, int i) {
    String word = s.word(i);
    boolean explains =
        lexicon.is("subordinate", word)
            && !(word.equals("that") && lexicon.is("auxiliary", s.word(i + 1)))
            && !(((word.equals("until") || word.equals("till"))
                    && !lexicon.is("subject", s.word(i + 1)))
                || ((word.equals("after") || word.equals("before"))
                    && !(lexicon.is("subject", s.word(i + 1)) && s.at(i + 2).isWord())
                    && phrases.place(s, i).isPresent()));
    boolean doing =
        (word.equals("by") || word.equals("without") || word.equals("from") || word.equals("for"))
            && s.word(i + 1).endsWith("ing")
            && lexicon.baseOfGerund(s.word(i + 1)).isPresent();
    boolean doingSo = isDoing(s, i);
    return explains || doing || doingSo ? i + 1 : i;
  }

  /** "the man wearing a hat", "the cup standing on the table". */
  boolean isDoing(Sentence s, int i) {
    String word = s.word(i);
    return i > 0
        && word.endsWith("ing")
        && word.length() > 5
        && !lexicon.isKnownNoun(word)
        && !phrases.isFunctionWord(word)
        && !lexicon.startsVerb(word);
  }

  /** Behind what somebody does, and what with. */
  int done(Sentence s, int from) {
    Optional<Span<NounPhrase>> with = phrases.noun(s, from);
    return with.isPresent() && !phrases.startsClause(s, from) ? with.get().end() : from;
  }

  /** "the cup you were talking about", "the book I bought": behind what tells which one. */
  int contact(Sentence s, int from, Draft d) {
    boolean named = d.last == Draft.Last.OBJECT || d.last == Draft.Last.PLACE;
    boolean teller =
        switch (s.word(from)) {
          case "i", "we", "they", "he", "she" -> true;
          case "you" ->
              lexicon.is("auxiliary", s.word(from + 1)) || s.word(from + 1).endsWith("ed");
          default -> false;
        };
    if (!named
        || !teller
        || !s.at(from + 1).isWord()
        || lexicon.phrases().at("request", s, from) > 0) {
      return from;
    }
    int i = from + 1;
    while (lexicon.is("auxiliary", s.word(i)) || lexicon.is("adverb", s.word(i))) {
      i++;
    }
    if (!lexicon.is("past", s.word(i)) && !s.word(i).endsWith("ed") && !s.word(i).endsWith("ing")) {
      return from;
    }
    i++;
    return lexicon.is("preposition", s.word(i)) && s.isBoundary(i + 1) ? i + 1 : i;
  }

  /** Behind "not empty" in "the cup that is not empty". */
  int state(Sentence s, int from) {
    int i = s.word(from).equals("not") ? from + 1 : from;
    boolean adjective =
        s.at(i).isWord()
            && !phrases.isFunctionWord(s.word(i))
            && !s.word(i).endsWith("ing")
            && !phrases.startsClause(s, i);
    return adjective ? i + 1 : i;
  }

  /** "before turning off the lamp" and "while turning on the lamp" ask for that too. */
  boolean isMeanwhile(Sentence s, int i) {
    return (s.word(i).equals("before") || s.word(i).equals("while"))
        && lexicon.baseOfGerund(s.word(i + 1)).isPresent();
  }

  /** "do not think I want you to …": what is asked is no part of it. */
  private static boolean isThought(String word) {
    return switch (word) {
      case "think",
          "believe",
          "suppose",
          "assume",
          "expect",
          "say",
          "imagine",
          "feel",
          "know",
          "mean",
          "pretend",
          "guess",
          "worry",
          "fear",
          "dream",
          "hope",
          "wait",
          "care" ->
          true;
      default -> false;
    };
  }

  /** Where a clause that is not read ends: at a mark, or where something new is asked for. */
  int clauseEnd(Sentence s, int from) {
    int i = from;
    while (s.at(i).isWord()) {
      boolean joins =
          s.word(i).equals("and") || s.word(i).equals("then") || s.word(i).equals("but");
      if (joins && (phrases.startsClause(s, i + 1) || s.word(i + 1).equals("then"))) {
        return i;
      }
      if (i > from
          && lexicon.phrases().at("request", s, i) > 1
          && !lexicon.is("subordinate", s.word(i - 1))
          && !isThought(s.word(i - 1))) {
        return i;
      }
      i++;
    }
    return i;
  }
}
