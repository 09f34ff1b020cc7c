package dev.creature.actors.intent.grammar;

import java.util.Optional;

/**
 * Finds the words by which a speaker says that something else is meant: "no", "I mean", "or, um",
 * before what is meant or behind it. Pure.
 */
final class EditingTerms {
  private static final int MOST_SCRAP = 4;

  private final Lexicon lexicon;
  private final PhraseReader phrases;

  EditingTerms(Lexicon lexicon, PhraseReader phrases) {
    this.lexicon = lexicon;
    this.phrases = phrases;
  }

  /** How many words say here that something else was meant, or 0. */
  int at(Sentence s, int i, Drafts drafts) {
    if (drafts.isEmpty()) {
      return 0;
    }
    if (s.word(i).equals("did") && s.word(i + 1).equals("i") && s.word(i + 2).equals("say")) {
      // "Bring us tea. Did I say tea? Coffee."
      return phrases.noun(s, i + 3).map(said -> said.end() - i).orElse(0);
    }
    boolean says = s.word(i).equals("say") && !s.at(i - 1).isWord();
    if (isAlternative(s, i) || (says && lexicon.isNumber(s.word(i + 1)))) {
      // "two metres, say three"
      return Math.max(1, phrase("repair", s, i));
    }
    int length = phrase("repair", s, i);
    if (length == 0) {
      return 0;
    }
    String next = s.word(i + length);
    if (isContrast(s, i)) {
      return 0;
    }
    if (s.word(i).equals("that") && length == 2 && s.at(i + 2).isWord() && !announces(s, i + 2)) {
      // "that is cheeky"
      return 0;
    }
    if (s.word(i).equals("wait")
        && length == 1
        && (lexicon.is("preposition", next)
            || lexicon.is("place-adverb", next)
            || lexicon.is("conjunction", s.word(i - 1))
            || (s.isBoundary(i + 1)
                && s.at(i + 1).kind() != Token.Kind.PAUSE
                && !phrases.determines(s.word(i + 2))))) {
      return 0;
    }
    if (s.word(i).equals("no")
        && length == 1
        && lexicon.isKnownNoun(next)
        && !phrases.startsClause(s, i + 1)
        && !s.at(i - 1).isWord()
        && !s.at(i - 1).equals(Token.HESITATION)
        && !isSaidAgain(s, i + 1)) {
      return 0;
    }
    return length;
  }

  /** Whether a phrase begins here that can take the place of another. */
  private boolean announces(Sentence s, int i) {
    return phrases.determines(s.word(i))
        || lexicon.isNumber(s.word(i))
        || lexicon.is("preposition", s.word(i))
        || lexicon.isKnownNoun(s.word(i))
        || phrase("repair", s, i) > 0;
  }

  /** "no knives, three knives". */
  private static boolean isSaidAgain(Sentence s, int noun) {
    for (int i = noun + 1; i < s.end(noun); i++) {
      if (s.word(i).equals(s.word(noun))) {
        return true;
      }
    }
    return false;
  }

  /** "Order me, no, bring me the menu": behind "no", where only a beginning was said before. */
  int restart(Sentence s, int i) {
    int length = phrase("repair", s, i);
    int at = s.at(i + length).kind() == Token.Kind.PAUSE ? i + length + 1 : i + length;
    boolean begun = length > 0 && s.at(i - 1).kind() == Token.Kind.PAUSE;
    return begun && phrases.startsClause(s, at) ? at : i;
  }

  /**
   * "I was going to say bring tea but, no, bring coffee": where what is asked for begins, in a
   * sentence of which nothing is; else its end.
   */
  int thoughtBetter(Sentence s, int from, Drafts drafts) {
    int end = s.end(from);
    int forgotten = drafts.isEmpty() ? 0 : phrase("cancel", s, from);
    if (forgotten > 1 && s.isBoundary(from + forgotten)) {
      // "Forget I said anything."
      return from;
    }
    for (int i = from + 2; !drafts.isEmpty() && i < end; i++) {
      int back = phrase("cancel", s, i);
      if (back > 1 && i + back == end && s.at(i - 1).kind() == Token.Kind.PAUSE) {
        // "Dad says he wants the light, so don't."
        return i;
      }
    }
    boolean own = s.word(from).equals("i") && s.word(from + 1).equals("was");
    for (int i = from + 2; own && i < end; i++) {
      int restart = restart(s, i);
      if (restart > i) {
        return restart;
      }
    }
    return end;
  }

  /** The length of "I see," and "I think," which only stand in between, or 0. */
  int remark(Sentence s, int i) {
    boolean own = s.word(i).equals("i") && !s.at(i - 1).isWord();
    boolean only = lexicon.is("reporting", s.word(i + 1)) || s.word(i + 1).equals("suppose");
    return own && only && s.at(i + 2).kind() == Token.Kind.PAUSE ? 2 : 0;
  }

  private boolean isContrast(Sentence s, int i) {
    boolean contrasts =
        (s.word(i).equals("instead") && s.word(i + 1).equals("of"))
            || (s.word(i).equals("rather") && s.word(i + 1).equals("than"));
    return contrasts && phrases.noun(s, i + 2).isPresent();
  }

  /** "… in the boot. Or, mm, in the hall": another way behind a mark. */
  private static boolean isAlternative(Sentence s, int i) {
    return s.word(i).equals("or")
        && !s.at(i - 1).isWord()
        && !s.word(i + 1).equals("else")
        && (s.at(i - 1).endsSentence() || !s.at(i + 1).isWord());
  }

  /** "the broom, I mean", "in the oven, sorry": how many tokens behind it say so, or 0. */
  int regret(Sentence s, int end) {
    int mark = s.at(end).kind() == Token.Kind.PAUSE ? end + 1 : end;
    int length = phrase("repair", s, mark);
    if (length == 0 && s.word(mark).equals("sorry")) {
      length = 1;
    }
    boolean behind =
        switch (s.word(mark)) {
          case "no", "nope", "wait", "hang", "hold", "oh", "make", "ah", "or" -> false;
          default -> true;
        };
    return behind && length > 0 && s.isBoundary(mark + length) ? mark + length - end : 0;
  }

  /** "the coin album sorry on the shelf": "I mean" and the like directly behind a phrase. */
  boolean isSaidBehind(Sentence s, int i) {
    Optional<Integer> end =
        phrases
            .place(s, i)
            .map(Span::end)
            .or(() -> phrases.noun(s, i).filter(it -> !it.value().pronoun()).map(Span::end));
    return end.isPresent() && s.at(end.get()).isWord() && behind(s, end.get()) > 0;
  }

  /** The length of "sorry", "I mean", "rather" here, or 0. */
  int behind(Sentence s, int i) {
    return switch (s.word(i)) {
      case "sorry", "rather", "pardon" -> 1;
      case "i" -> phrase("repair", s, i);
      default -> 0;
    };
  }

  /** "onto the grass rather": the last word of what is said anew. */
  boolean isWithin(Sentence s, int last) {
    return switch (s.word(last)) {
      case "rather", "instead", "actually" -> s.isBoundary(last + 1);
      default -> false;
    };
  }

  /**
   * "Roll the ball. Throw it, actually": how many tokens behind a clause say that it takes the
   * place of another; 0 where its own last word does, -1 where nothing does.
   */
  int markedBehind(Sentence s, int from, int end, Draft said) {
    for (int i = from + 2; i < end; i++) {
      boolean rather = s.word(i).equals("rather") || s.word(i).equals("instead");
      if (rather && lexicon.is("subordinate", s.word(i + 1))) {
        // "pull it rather so the bottles don't tip"
        return 0;
      }
    }
    String last = s.word(end - 1);
    boolean pointed = said.object.filter(NounPhrase::pronoun).isPresent();
    boolean within = s.isBoundary(end) && (last.equals("instead") || last.equals("rather"));
    int mark = s.at(end).kind() == Token.Kind.PAUSE ? end + 1 : end;
    boolean adverb =
        switch (s.word(mark)) {
          case "actually", "instead", "rather" -> s.isBoundary(mark + 1);
          default -> false;
        };
    boolean actually = pointed && last.equals("actually") && s.isBoundary(end);
    boolean ends =
        s.at(mark + regretted(s, mark)).endsSentence() || s.at(mark + 1).equals(Token.NONE);
    int regretted = regretted(s, mark);
    boolean meant = pointed && regretted > 1;
    if (adverb || meant || (ends && regretted > 1)) {
      return mark + Math.max(1, regretted) - end;
    }
    return within || actually ? 0 : -1;
  }

  /** "I mean", "I should say" at the end. */
  private int regretted(Sentence s, int mark) {
    int length = phrase("repair", s, mark);
    boolean says = length > 1 && s.word(mark).equals("i");
    return says && s.isBoundary(mark + length) ? length : 0;
  }

  /** "the red, no, …": where a phrase that was not brought to its end is broken off. */
  int scrapEnd(Sentence s, int from, int end) {
    boolean begins =
        phrases.determines(s.word(from))
            || lexicon.is("preposition", s.word(from))
            || lexicon.isNumber(s.word(from))
            || lexicon.names("adjective", s.word(from));
    for (int i = from + 1; begins && i <= Math.min(end, from + MOST_SCRAP); i++) {
      if (s.at(i).isWord() && phrases.breaksOff(s, i)) {
        return i;
      }
    }
    return from;
  }

  private int phrase(String list, Sentence s, int i) {
    return lexicon.phrases().at(list, s, i);
  }
}
