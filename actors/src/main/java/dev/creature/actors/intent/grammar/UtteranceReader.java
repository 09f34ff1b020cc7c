package dev.creature.actors.intent.grammar;

import java.util.List;
import java.util.Optional;

/**
 * Reads an utterance clause by clause: what asks for a deed becomes a draft, what corrects one
 * changes it, and questions, statements, quotations and negations are passed over.
 */
final class UtteranceReader {
  private final Lexicon lexicon;
  private final PhraseReader phrases;
  private final SideClauses sides;
  private final ClauseReader clauses;
  private final OtherClauses others;
  private final RequestReader requests;

  UtteranceReader(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.phrases = new PhraseReader(lexicon);
    this.sides = new SideClauses(lexicon, phrases);
    this.clauses = new ClauseReader(lexicon, phrases, sides);
    this.others = new OtherClauses(lexicon, phrases);
    this.requests = new RequestReader(lexicon, phrases, sides, clauses, others);
  }

  /** Reads. */
  List<Draft> read(Sentence s, Drafts drafts) {
    int i = 0;
    boolean repairing = false;
    boolean joined = false;
    boolean paused = false;
    boolean polite = false;
    String manner = "";
    Optional<Place> fronted = Optional.empty();
    while (i < s.size()) {
      Token token = s.at(i);
      if (!token.isWord()) {
        paused = true;
        if (token.endsSentence()) {
          joined = false;
          polite = false;
        }
        i++;
        continue;
      }
      boolean starts = i == 0 || s.at(i - 1).endsSentence();
      if (starts && others.isBlocked(s, i)) {
        i = s.end(i);
        continue;
      }
      if (starts && token.is("to") && purposeEnd(s, i) > i) {
        i = purposeEnd(s, i);
        continue;
      }
      if (starts && fronted.isEmpty()) {
        Optional<Span<Place>> place = fronted(s, i);
        if (place.isPresent()) {
          fronted = place.map(Span::value);
          i = place.get().end();
          continue;
        }
      }
      int length = phrase("filler", s, i);
      if (length > 0) {
        paused = true;
        i += length;
        continue;
      }
      length = cancelling(s, i, drafts);
      if (length > 0) {
        drafts.cancel();
        repairing = false;
        i += length;
        continue;
      }
      length = repairing(s, i, drafts);
      if (length > 0) {
        repairing = true;
        joined = false;
        i += length;
        continue;
      }
      length = phrase("negation", s, i);
      if (length > 0 && phrase("request", s, i) <= length) {
        i = negated(s, i + length, drafts);
        continue;
      }
      if (token.is("not") && phrases.noun(s, i + 1).isPresent()) {
        i = phrases.noun(s, i + 1).get().end();
        continue;
      }
      if ((repairing || (paused && !joined)) && !drafts.isEmpty()) {
        int end = fragment(s, i, drafts, repairing);
        if (end > i) {
          repairing = false;
          paused = false;
          i = end;
          continue;
        }
      }
      Optional<Span<Draft>> clause = requests.asked(s, i);
      if (clause.isPresent()) {
        Draft draft = clause.get().value();
        int end = clause.get().end();
        draft.polite |= polite || s.word(end).equals("please");
        if (!manner.isEmpty()) {
          draft.arguments.putIfAbsent("manner", manner);
        }
        fronted.ifPresent(draft.places::add);
        fronted = Optional.empty();
        drafts.apply(draft, repairing, joined, paused);
        repairing = false;
        joined = false;
        paused = false;
        manner = "";
        i = end;
        continue;
      }
      length = phrase("opening", s, i);
      if (length > 0 && !(token.is("to") && !starts)) {
        joined |=
            token.is("and")
                || token.is("plus")
                || token.is("as")
                || token.is("then")
                || token.is("also");
        polite |= token.is("please");
        manner = lexicon.is("manner", token.word()) ? token.word() : manner;
        i += length;
        continue;
      }
      if (joined && !drafts.isEmpty()) {
        int end = continued(s, i, drafts);
        if (end > i) {
          i = end;
          joined = false;
          continue;
        }
      }
      if (requests.isVocative(s, i)) {
        i++;
        continue;
      }
      i = Math.max(i + 1, others.skip(s, i, drafts));
      joined = false;
      paused = false;
      repairing = false;
    }
    return drafts.all();
  }

  /** "from the shelf, take the book": a place before the command it belongs to. */
  private Optional<Span<Place>> fronted(Sentence s, int i) {
    return phrases
        .place(s, i)
        .filter(place -> s.at(place.end()).kind() == Token.Kind.PAUSE)
        .filter(place ->
            !place.value().begins("to")
                && !place.value().begins("after")
                && !place.value().begins("before"))
        .filter(place -> lexicon.isPhysical(place.value().landmark().head()))
        .filter(place -> requests.asked(s, place.end() + 1).isPresent());
  }

  /** "to open the jar, you need …": where what is told begins. */
  private int purposeEnd(Sentence s, int from) {
    for (int i = from; i < s.end(from); i++) {
      if (s.at(i).kind() == Token.Kind.PAUSE) {
        boolean told = lexicon.is("subject", s.word(i + 1)) && phrase("request", s, i + 1) == 0;
        return told ? i : from;
      }
    }
    return from;
  }

  private int phrase(String list, Sentence s, int i) {
    return lexicon.phrases().at(list, s, i);
  }

  private int cancelling(Sentence s, int i, Drafts drafts) {
    int length = phrase("cancel", s, i);
    if (length == 0) {
      return 0;
    }
    if (s.word(i).equals("stay") && drafts.isEmpty()) {
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
            || phrase("repair", s, i + length) > 0
            || phrase("cancel", s, i + length) > 0;
    return imperative && !ends ? 0 : length;
  }

  private int repairing(Sentence s, int i, Drafts drafts) {
    int length = phrase("repair", s, i);
    if (length == 0 || drafts.isEmpty()) {
      return 0;
    }
    String next = s.word(i + length);
    if (s.word(i).equals("wait")
        && length == 1
        && (lexicon.is("preposition", next)
            || lexicon.is("place-adverb", next)
            || lexicon.is("conjunction", s.word(i - 1))
            || (s.isBoundary(i + 1) && s.at(i + 1).kind() != Token.Kind.PAUSE))) {
      return 0;
    }
    if (s.word(i).equals("no")
        && length == 1
        && lexicon.isKnownNoun(next)
        && !s.at(i - 1).isWord()) {
      return 0;
    }
    return length;
  }

  /** "don't bring the red cup": nothing to do, but "one" may mean a cup from now on. */
  private int negated(Sentence s, int from, Drafts drafts) {
    int end = sides.clauseEnd(s, from);
    for (int i = from + 2; i < end; i++) {
      if (phrases.startsClause(s, i) && others.follows(s, i)) {
        end = i;
      }
    }
    for (int i = from; i < end; i++) {
      Optional<Span<NounPhrase>> noun =
          phrases.determines(s.word(i)) ? phrases.noun(s, i) : Optional.empty();
      if (noun.isPresent() && !noun.get().value().pronoun()) {
        drafts.mention(noun.get().value());
        break;
      }
    }
    return end;
  }

  /** A correction without a verb: "the blue cup", "to the bathroom", "right". */
  private int fragment(Sentence s, int i, Drafts drafts, boolean repairing) {
    int from = i;
    while (phrase("opening", s, from) > 0 && !s.word(from).equals("right") && from < i + 3) {
      from += phrase("opening", s, from);
    }
    if (phrases.startsClause(s, from)
        && !phrases.determines(s.word(from))
        && !lexicon.is("direction", s.word(from))) {
      return i;
    }
    Draft said = new Draft(drafts.last().verb);
    said.broken = false;
    int end = clauses.slots(s, from, said);
    boolean something =
        said.object.isPresent() || !said.places.isEmpty() || said.direction.isPresent();
    String next = s.word(end);
    boolean ends =
        next.isEmpty()
            || lexicon.is("conjunction", next)
            || phrase("repair", s, end) > 0
            || phrases.startsClause(s, end)
            || next.equals("please");
    if (!something || !ends || said.broken || (!repairing && said.object.isEmpty())) {
      return i;
    }
    boolean subject =
        said.object.filter(object -> lexicon.is("subject", object.head())).isPresent();
    boolean state =
        !repairing
            && said.object
                .filter(
                    object -> object.head().endsWith("ed") && !lexicon.isKnownNoun(object.head()))
                .isPresent();
    if (subject || state || (!repairing && s.at(i - 1).endsSentence())) {
      return i;
    }
    drafts.correct(said, clauses, lexicon);
    return end;
  }

  /** "and also the glasses", "and then in the bathroom". */
  private int continued(Sentence s, int i, Drafts drafts) {
    Draft said = new Draft(drafts.last().verb);
    int end = clauses.slots(s, i, said);
    boolean something = said.object.filter(o -> !o.pronoun()).isPresent() || !said.places.isEmpty();
    boolean ends =
        s.isBoundary(end) || lexicon.is("conjunction", s.word(end)) || phrases.startsClause(s, end);
    if (!something || !ends || lexicon.is("subject", s.word(i))) {
      return i;
    }
    drafts.carryOn(said);
    return end;
  }
}
