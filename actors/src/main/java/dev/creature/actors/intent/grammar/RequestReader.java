package dev.creature.actors.intent.grammar;

import java.util.Optional;

/** Reads a clause that asks for a deed, with its polite form and the name that is called. Pure. */
final class RequestReader {
  private final Lexicon lexicon;
  private final PhraseReader phrases;
  private final SideClauses sides;
  private final ClauseReader clauses;
  private final Idioms idioms;
  private final WishReader wishes;
  private final StateReader states;
  private final ScrapReader scraps;
  private final ErrandReader errands;
  private final Titles titles;

  RequestReader(Lexicon lexicon, PhraseReader phrases, SideClauses sides, ClauseReader clauses) {
    this.lexicon = lexicon;
    this.phrases = phrases;
    this.sides = sides;
    this.clauses = clauses;
    this.idioms = new Idioms(lexicon, phrases);
    this.errands = new ErrandReader(lexicon, phrases, sides);
    this.wishes = new WishReader(lexicon, clauses);
    this.states = new StateReader(lexicon, phrases, clauses);
    this.scraps = new ScrapReader(lexicon, phrases);
    this.titles = new Titles(lexicon, clauses);
  }

  /** A clause that asks: an imperative, or a polite form of one. */
  Optional<Span<Draft>> asked(Sentence s, int i) {
    if (sides.isMeanwhile(s, i)) {
      return clause(s, i + 1, i + 1, true);
    }
    if (s.word(i).equals("give") || phrase("wished state", s, i) > 1) {
      Optional<Span<Draft>> state = states.state(s, i);
      if (state.isPresent()) {
        return state;
      }
    }
    int request = phrase("request", s, i);
    int gerund = phrase("request ing", s, i);
    if (gerund > request && s.word(i + gerund).endsWith("ing")) {
      return clause(s, i, i + gerund, true).map(read -> asking(read, s, i));
    }
    if (request > 0) {
      Optional<Span<Draft>> asked =
          clause(s, i, i + request, false).map(read -> asking(read, s, i));
      if (asked.isPresent()) {
        return asked;
      }
    }
    boolean looks = s.word(i).equals("see") && lexicon.is("question", s.word(i + 1));
    if (looks && errands.errand(s, i).isPresent()) {
      return errands.errand(s, i);
    }
    Optional<Span<Draft>> told = clause(s, i, i, false);
    if (told.isPresent()) {
      // "water, please" names a thing.
      return isBare(told.get().value()) ? scraps.scrap(s, i).or(() -> told) : told;
    }
    Optional<Span<Draft>> errand = errands.errand(s, i + (request > 0 ? request : 0));
    if (errand.isPresent()) {
      return errand;
    }
    Optional<Span<Draft>> wished = wishes.wish(s, i);
    if (wished.isPresent()) {
      return wished;
    }
    Optional<Span<Draft>> state = states.state(s, i);
    return state.or(() -> titles.title(s, i)).or(() -> scraps.scrap(s, i));
  }

  private static boolean isBare(Draft read) {
    return read.last == Draft.Last.NOTHING && read.arguments.isEmpty();
  }

  Span<Draft> asking(Span<Draft> read, Sentence s, int i) {
    read.value().together = s.word(i + 1).equals("us");
    read.value().ability = phrase("ability", s, i) > 0;
    for (int k = i; k < read.end(); k++) {
      read.value().polite |= s.word(k).equals("please") || s.word(k).equals("kindly");
    }
    return read;
  }

  /** "look there" */
  private boolean isLookThere(Sentence s, int i) {
    return lexicon.verb(s.word(i)).filter(verb -> verb.frame() == Frame.LOOK).isPresent()
        && lexicon.is("place-adverb", s.word(i + 1))
        && s.isBoundary(i + 2);
  }

  Optional<Span<Draft>> clause(Sentence s, int from, int verbAt, boolean gerund) {
    int i = verbAt;
    String manner = "";
    while (i > from
        && ((lexicon.is("adverb", s.word(i)) && !s.word(i).equals("back"))
            || lexicon.is("manner", s.word(i))
            || phrase("filler", s, i) > 0
            || (s.word(i).equals("like")
                && (s.at(i + 1).kind() == Token.Kind.PAUSE || lexicon.startsVerb(s.word(i + 1))))
            || (i > from && s.at(i).kind() == Token.Kind.PAUSE))) {
      manner = lexicon.is("manner", s.word(i)) ? s.word(i) : manner;
      i += Math.max(1, phrase("filler", s, i));
    }
    boolean errand =
        s.word(i).equals("go")
            || s.word(i).equals("come")
            || s.word(i).equals("run")
            || s.word(i).equals("try");
    if (errand
        && s.word(i + 1).equals("and")
        && lexicon.startsVerb(s.word(i + 2))
        && phrases.startsClause(s, i + 2)) {
      i += 2;
    } else if (errand
        && lexicon.startsVerb(s.word(i + 1))
        && phrase("preposition", s, i + 1) == 0
        && lexicon.verb(s.word(i) + " " + s.word(i + 1)).isEmpty()
        && phrases.startsClause(s, i + 1)) {
      i += 1;
    }
    if (s.word(i).equals("use")) {
      return used(s, i);
    }
    String next = s.word(i + 1);
    if (s.word(i).equals("look") && s.at(i + 1).kind() == Token.Kind.PAUSE) {
      return Optional.empty();
    }
    boolean subject =
        (lexicon.is("subject", next) && !lexicon.is("pronoun", next) && !isLookThere(s, i))
            || (s.word(i).equals("do") && (next.equals("you") || next.equals("it")))
            || (lexicon.is("auxiliary", next) && !next.equals("not"));
    if (subject || isJudged(s, i) || idioms.isIdiom(s, i)) {
      return Optional.empty();
    }
    Optional<Span<Draft>> read = clauses.read(s, i, gerund);
    if (read.isEmpty()) {
      return read;
    }
    int end = read.get().end();
    boolean told =
        lexicon.is("auxiliary", s.word(end))
            && !s.word(end).equals("not")
            && phrase("repair", s, end - 1) == 0
            && phrase("repair", s, end) == 0
            && phrase("request", s, end) == 0
            && phrase("negation", s, end) == 0;
    boolean directions =
        s.word(end).equals("and")
            && s.word(end + 1).equals("you")
            && s.word(end + 2).equals("will");
    if (told || directions) {
      return Optional.empty();
    }
    if (!manner.isEmpty()) {
      read.get().value().arguments.putIfAbsent("manner", manner);
    }
    return read;
  }

  /** "use the knife to slice the bread" */
  private Optional<Span<Draft>> used(Sentence s, int i) {
    Optional<Span<NounPhrase>> tool =
        phrases.noun(s, i + 1).filter(it -> lexicon.isThing(it.value().head()));
    int at = tool.map(Span::end).orElse(i);
    if (!s.word(at).equals("to") || !lexicon.startsVerb(s.word(at + 1))) {
      return Optional.empty();
    }
    Optional<Span<Draft>> deed = clause(s, i, at + 1, false);
    deed.ifPresent(
        read -> read.value().arguments.putIfAbsent("with", tool.orElseThrow().value().text()));
    return deed;
  }

  /** "good point", "pretty cool trick": behind such a word stands a noun. */
  private boolean isJudged(Sentence s, int i) {
    return switch (s.word(i - 1)) {
      case "good", "great", "nice", "fair" ->
          !phrases.determines(s.word(i + 1)) && !lexicon.is("pronoun", s.word(i + 1));
      case "right", "left", "wrong" ->
          s.word(i).equals("turn") && !phrases.determines(s.word(i + 1));
      default ->
          lexicon.is("degree", s.word(i - 1))
              && !s.word(i - 1).equals("so")
              && !(s.word(i - 1).equals("rather") && s.word(i - 2).equals("or"));
    };
  }

  /** "olly turn on the lamp": a name that the grammar does not know, before a command. */
  boolean isVocative(Sentence s, int i) {
    boolean begins = !s.at(i - 1).isWord() || phrase("opening", s, i - 1) > 0;
    String word = s.word(i);
    if (begins && s.at(i + 1).kind() == Token.Kind.PAUSE && !phrases.isFunctionWord(word)) {
      int at = i + 2;
      while (phrase("opening", s, at) > 0) {
        at += phrase("opening", s, at);
      }
      if (at > i + 2 && asked(s, at).isPresent()) {
        return true;
      }
    }
    boolean name =
        !phrases.isFunctionWord(word)
            && !lexicon.startsVerb(word)
            && !word.endsWith("s")
            && !lexicon.is("speaking", word)
            && (!lexicon.isKnownNoun(word) || lexicon.names("person", word));
    return begins
        && name
        && (asked(s, i + 1).isPresent()
            || (s.at(i + 1).kind() == Token.Kind.PAUSE && asked(s, i + 2).isPresent()));
  }

  private int phrase(String list, Sentence s, int i) {
    return lexicon.phrases().at(list, s, i);
  }
}
