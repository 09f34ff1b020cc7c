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
              "maybe" ->
              true;
          default -> false;
        };
    String next = s.word(i + length);
    boolean ends =
        next.isEmpty()
            || lexicon.is("conjunction", next)
            || lexicon.is("adverb", next)
            || comments.starts(s, i + length)
            || phrase("repair", s, i + length) > 0
            || (phrase("cancel", s, i + length) > 0 && !isProhibition(s, i, length));
    return imperative && !ends ? 0 : length;
  }

  /** "do not drop it" forbids dropping; "do not, forget it" takes back. */
  private static boolean isProhibition(Sentence s, int i, int length) {
    return s.word(i).equals("do") && length == 2;
  }

  /** "no, leave it open", "no, keep it": what was asked for shall not come about. */
  boolean isLeft(Sentence s, int from) {
    int i = s.word(from).equals("let") && s.word(from + 1).equals("us") ? from + 2 : from;
    boolean stays = s.word(i).equals("leave") || s.word(i).equals("keep");
    boolean named =
        switch (s.word(i + 1)) {
          case "it", "them", "that", "those", "these", "this" -> true;
          default -> false;
        };
    boolean elsewhere =
        lexicon.is("preposition", s.word(i + 2))
            && !(s.word(i).equals("keep") && s.word(i + 2).equals("for"))
            && phrases.place(s, i + 2).isPresent();
    return stays && named && !elsewhere;
  }

  /** "wait, I already fed them", "oh wait, she's already eaten", "hold on, I might need it". */
  boolean isDone(Sentence s, int i) {
    if (!comments.starts(s, i)) {
      return false;
    }
    int end = i + 1;
    boolean already = false;
    while (s.at(end).isWord()) {
      already |= s.word(end).equals("already");
      end++;
    }
    boolean last = s.at(end).equals(Token.NONE) || s.at(end + 1).equals(Token.NONE);
    boolean own =
        s.word(i).equals("i")
            && s.word(s.word(i + 1).equals("have") ? i + 2 : i + 1).equals("already");
    return own || (last && (already || isNeeded(s, i)));
  }

  /** "I might still need it". */
  private boolean isNeeded(Sentence s, int from) {
    int i = from + 1;
    while ((lexicon.is("auxiliary", s.word(i)) && !s.word(i).equals("need"))
        || lexicon.is("adverb", s.word(i))) {
      i++;
    }
    boolean held =
        s.word(i).equals("need") || s.word(i).equals("keep") || s.word(i).equals("using");
    return (s.word(from).equals("i") || s.word(from).equals("we"))
        && held
        && (i > from + 1)
        && phrases.place(s, i + 1).isEmpty();
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
    int end = phrases.noun(s, i + 1).map(Span::end).orElse(i);
    flow.repairing |= end > i && drafts.ruleOut(s.word(end - 1));
    return end;
  }

  /** "don't bring the red cup": nothing to do, but "one" may mean a cup from now on. */
  int negated(Sentence s, int from, Drafts drafts) {
    int end = negatedEnd(s, from);
    for (int i = from; i < end; i++) {
      Optional<Span<NounPhrase>> noun =
          phrases.determines(s.word(i)) ? phrases.noun(s, i) : Optional.empty();
      if (noun.isPresent() && !noun.get().value().pronoun()) {
        drafts.mention(noun.get().value());
        break;
      }
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

  /** "hang on, Ben has not finished": why it shall not be done, to the end of the utterance. */
  boolean isRefused(Sentence s, int from, int end) {
    boolean last = s.at(end).equals(Token.NONE) || s.at(end + 1).equals(Token.NONE);
    boolean told = lexicon.names("person", s.word(from)) || lexicon.is("subject", s.word(from));
    for (int i = from + 1; told && last && i + 1 < Math.min(end, from + 4); i++) {
      boolean helps =
          switch (s.word(i)) {
            case "has", "have", "is", "are", "does", "do" -> true;
            default -> false;
          };
      if (helps && s.word(i + 1).equals("not")) {
        return !s.word(from).equals("you");
      }
    }
    return false;
  }

  /** "I'm on a diet", "the baby is asleep": whether something is told. */
  boolean isReason(Sentence s, int from) {
    for (int i = from; i < Math.min(s.end(from), from + 6) && s.at(i).isWord(); i++) {
      if (lexicon.is("auxiliary", s.word(i)) || lexicon.is("irregular", s.word(i))) {
        return true;
      }
    }
    return lexicon.is("subject", s.word(from));
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
