package dev.creature.actors.intent.grammar;

import java.util.Optional;

/**
 * Reads what changes a deed that was said before: "never mind", "no, the blue cup", "don't", "and
 * also the glasses". Pure, but for the drafts it changes.
 */
final class RepairReader {
  private final Lexicon lexicon;
  private final PhraseReader phrases;
  private final SideClauses sides;
  private final ClauseReader clauses;
  private final OtherClauses others;
  private final Comments comments;

  RepairReader(
      Lexicon lexicon,
      PhraseReader phrases,
      SideClauses sides,
      ClauseReader clauses,
      OtherClauses others) {
    this.lexicon = lexicon;
    this.phrases = phrases;
    this.sides = sides;
    this.clauses = clauses;
    this.others = others;
    this.comments = new Comments(lexicon, phrases);
  }

  /** How many words take everything back here, or 0. */
  int cancelling(Sentence s, int i, Drafts drafts, Flow flow) {
    int length = phrase("cancel", s, i);
    if (length == 0) {
      return 0;
    }
    if (flow.dismissed && lexicon.is("subject", s.word(i))) {
      // "not the pen, I have one in my pocket"
      return 0;
    }
    if (s.word(i).equals("stay") && drafts.isEmpty()) {
      return 0;
    }
    boolean state = s.word(i).equals("it") && s.word(i + length - 1).equals("already");
    if (state && !flow.repairing && !s.at(i - 1).endsSentence()) {
      // "…, it's already been washed" says why.
      return 0;
    }
    boolean imperative =
        switch (s.word(i)) {
          case "leave",
              "skip",
              "drop",
              "cancel",
              "scratch",
              "abort",
              "forget",
              "stay",
              "let",
              "take",
              "do",
              "better",
              "rather",
              "ignore",
              "disregard",
              "we",
              "all",
              "not",
              "maybe",
              "you",
              "so",
              "then",
              "please",
              "nothing" ->
              true;
          default -> false;
        };
    if (isReady(s, i, length, drafts)) {
      return 0;
    }
    String next = s.word(i + length);
    if (isOfMore(s, i + length - 1)) {
      return 0;
    }
    boolean points = lexicon.is("pronoun", s.word(i + length - 1));
    boolean ends =
        next.isEmpty()
            || lexicon.is("conjunction", next)
            || lexicon.is("adverb", next)
            || comments.starts(s, i + length)
            || (points && (phrases.determines(next) || lexicon.is("subject", next)))
            || phrase("repair", s, i + length) > 0
            || (phrase("cancel", s, i + length) > 0 && !isProhibition(s, i, length));
    return imperative && !ends ? 0 : length;
  }

  /** "I have got it right here": behind what only says where. */
  int behindPlace(Sentence s, int from) {
    int i = from;
    while (lexicon.is("adverb", s.word(i)) || s.word(i).equals("right")) {
      i++;
    }
    if (lexicon.is("place-adverb", s.word(i))) {
      i++;
    }
    return i > from && s.isBoundary(i) ? i : from;
  }

  /** "I have got this one", "I changed my mind about the bath": more belongs to it. */
  private boolean isOfMore(Sentence s, int last) {
    String word = s.word(last);
    boolean shown = word.equals("this") || word.equals("that");
    return (word.equals("mind") && s.word(last + 1).equals("about"))
        || (word.equals("late") && s.word(last + 1).equals("for"))
        || (shown
            && phrases.single(s, last).filter(read -> read.end() > last + 1).isPresent()
            && !phrases.determines(s.word(last + 1)));
  }

  /** "take the cake out, it's done": why it shall be taken. */
  private static boolean isReady(Sentence s, int i, int length, Drafts drafts) {
    boolean done =
        s.word(i).equals("it")
            && (s.word(i + length - 1).equals("done") || s.word(i + length - 1).equals("finished"));
    return done
        && !drafts.isEmpty()
        && (drafts.last().verb.frame() == Frame.TAKE
            || drafts.last().verb.base().endsWith(" out")
            || drafts.last().verb.base().endsWith(" off"));
  }

  /** "do not drop it" forbids dropping; "do not, forget it" takes back. */
  private static boolean isProhibition(Sentence s, int i, int length) {
    return (s.word(i).equals("do") && length == 2) || s.word(i).equals("please");
  }

  /** "not to Max": rules out a place of the last deed. */
  boolean excludes(Sentence s, int i, Drafts drafts) {
    return s.word(i).equals("not")
        && phrases
            .place(s, i + 1)
            .filter(read -> s.isBoundary(read.end()))
            .filter(read -> drafts.ruleOut(read.value().landmark().head()))
            .isPresent();
  }

  /** "instead of the bowl", "not the bowl": behind what is only named to be ruled out. */
  int excluded(Sentence s, int i, Drafts drafts, Flow flow) {
    boolean contrasts =
        (s.word(i).equals("instead") && s.word(i + 1).equals("of"))
            || (s.word(i).equals("rather") && s.word(i + 1).equals("than"));
    if (contrasts) {
      return phrases.noun(s, i + 2).map(Span::end).orElse(i);
    }
    if (!s.word(i).equals("not")) {
      return i;
    }
    boolean there = s.word(i + 1).equals("there") || s.word(i + 1).equals("here");
    if (flow.repairing && there) {
      return i + 2;
    }
    boolean deed =
        !drafts.isEmpty() && s.word(i + 1).equals(drafts.last().verb.head()) && s.isBoundary(i + 2);
    if (deed) {
      // "Not throw! Put it in the fridge."
      flow.repairing = true;
      return i + 2;
    }
    if (!drafts.isEmpty() && isWay(drafts.last(), s.word(i + 1)) && s.isBoundary(i + 2)) {
      // "to the left, not left, to the right"
      flow.repairing = true;
      return i + 2;
    }
    if (!drafts.isEmpty() && Owners.isOf(s, i + 1, drafts.last())) {
      flow.repairing = true;
      return i + 2;
    }
    Optional<Span<Place>> place = phrases.place(s, i + 1);
    if (place.isPresent() && !drafts.isEmpty()) {
      // "to Max, not to Max, to Leo"
      String head = place.get().value().landmark().head();
      boolean ruledOut = s.isBoundary(place.get().end()) && drafts.ruleOut(head);
      flow.repairing |= ruledOut;
      return ruledOut ? place.get().end() : i;
    }
    int end = phrases.noun(s, i + 1).map(Span::end).orElse(i);
    boolean elsewhere =
        end > i
            && !drafts.isEmpty()
            && drafts.last().places.isEmpty()
            && s.at(end).kind() == Token.Kind.PAUSE
            && phrases.place(s, end + 1).isPresent();
    flow.repairing |= elsewhere || (end > i && drafts.ruleOut(s.word(end - 1)));
    return end;
  }

  private static boolean isWay(Draft last, String word) {
    return last.direction.filter(word::equals).isPresent()
        || last.arguments.getOrDefault("side", "").equals(word);
  }

  /** "don't bring the red cup": nothing to do, but "one" may mean a cup from now on. */
  int negated(Sentence s, int from, Drafts drafts) {
    int end = negatedEnd(s, from);
    for (int i = from; i < end; i++) {
      phrases
          .place(s, i)
          .filter(read -> read.value().landmark().definite())
          .ifPresent(read -> drafts.mentionPlace(read.value().landmark()));
    }
    for (int i = from; i < end; i++) {
      Optional<Span<NounPhrase>> noun =
          phrases.determines(s.word(i)) ? phrases.noun(s, i) : Optional.empty();
      if (noun.isPresent() && !noun.get().value().pronoun()) {
        drafts.mention(noun.get().value());
        break;
      }
    }
    if (!drafts.isEmpty() && drafts.selection().withdrawBegun(s.word(from))) {
      return end;
    }
    if (!drafts.isEmpty()) {
      clauses
          .read(s, from, false)
          .filter(read -> read.end() >= end)
          .ifPresent(denied -> drafts.selection().withdraw(denied.value()));
    }
    return end;
  }

  private int negatedEnd(Sentence s, int from) {
    int end = sides.clauseEnd(s, from);
    for (int i = from + 2; i < end; i++) {
      if (phrases.startsClause(s, i) && others.follows(s, i)) {
        return i;
      }
    }
    return end;
  }

  /** "give Tom the ball and Lisa the doll": who gets what, without the verb. */
  boolean isGift(Sentence s, int i, Drafts drafts) {
    if (drafts.isEmpty()
        || drafts.last().verb.frame() != Frame.TRANSFER
        || drafts.last().recipient.isEmpty()) {
      return false;
    }
    Draft said = new Draft(drafts.last().verb);
    clauses.slots(s, i, said);
    return said.recipient.isPresent() && said.object.isPresent() && continues(s, i, said);
  }

  private boolean continues(Sentence s, int i, Draft said) {
    int end = clauses.slots(s, i, new Draft(said.verb));
    return s.isBoundary(end)
        || lexicon.is("conjunction", s.word(end))
        || phrases.startsClause(s, end);
  }

  /** "and also the glasses", "and then in the bathroom". */
  int continued(Sentence s, int i, Drafts drafts, boolean corrected) {
    Draft said = new Draft(drafts.last().verb);
    int end = clauses.slots(s, i, said);
    boolean something = said.object.filter(o -> !o.pronoun()).isPresent() || !said.places.isEmpty();
    boolean ends =
        s.isBoundary(end)
            || lexicon.is("conjunction", s.word(end))
            || phrases.startsClause(s, end)
            || (corrected && comments.starts(s, end));
    if (!something || !ends || lexicon.is("subject", s.word(i))) {
      return i;
    }
    if (corrected && said.object.isEmpty()) {
      // "no, one towel and to the bedroom"
      drafts.correct(said);
    } else {
      drafts.carryOn(said);
    }
    return end;
  }

  private int phrase(String list, Sentence s, int i) {
    return lexicon.phrases().at(list, s, i);
  }
}
