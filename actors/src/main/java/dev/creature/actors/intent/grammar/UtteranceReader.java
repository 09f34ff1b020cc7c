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
  private final OtherClauses others;
  private final RepairReader repairs;
  private final FragmentReader fragments;
  private final Dismissals dismissals;
  private final UntaskedSentences untasked;
  private final RequestReader requests;
  private final FrontedReader before;

  UtteranceReader(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.phrases = new PhraseReader(lexicon);
    SideClauses sides = new SideClauses(lexicon, phrases);
    ClauseReader clauses = new ClauseReader(lexicon, phrases, sides);
    this.others = new OtherClauses(lexicon, phrases);
    this.untasked = new UntaskedSentences(lexicon, phrases);
    this.repairs = new RepairReader(lexicon, phrases, sides, clauses, others);
    this.fragments = new FragmentReader(lexicon, phrases, clauses);
    this.dismissals = new Dismissals(lexicon, phrases);
    this.requests = new RequestReader(lexicon, phrases, sides, clauses, others);
    this.before = new FrontedReader(lexicon, phrases, requests);
  }

  /** Reads. */
  List<Draft> read(Sentence s, Drafts drafts) {
    int i = 0;
    boolean repairing = false;
    boolean joined = false;
    boolean paused = false;
    boolean polite = false;
    boolean hesitant = false;
    boolean rejected = false;
    String manner = "";
    Optional<Place> fronted = Optional.empty();
    while (i < s.size()) {
      Token token = s.at(i);
      if (!token.isWord()) {
        paused = true;
        hesitant |= token.equals(Token.HESITATION);
        if (token.endsSentence()) {
          joined = false;
          polite = false;
        }
        i++;
        continue;
      }
      boolean starts = i == 0 || s.at(i - 1).endsSentence();
      if (starts && untasked.matches(s, i)) {
        i = s.end(i);
        continue;
      }
      if (starts && token.is("to") && purposeEnd(s, i) > i) {
        i = purposeEnd(s, i);
        continue;
      }
      if (starts && fronted.isEmpty()) {
        Optional<Span<Place>> place = before.place(s, i);
        if (place.isPresent()) {
          fronted = place.map(Span::value);
          i = place.get().end();
          continue;
        }
        int held = before.held(s, i);
        if (held > i) {
          i = held;
          continue;
        }
      }
      if (starts && lexicon.is("degree", token.word()) && lexicon.is("manner", s.word(i + 1))) {
        i++;
        continue;
      }
      if (starts
          && token.is("no")
          && drafts.isEmpty()
          && s.at(i + 1).kind() == Token.Kind.PAUSE
          && phrase("negation", s, i) <= 1) {
        i += 2;
        continue;
      }
      int length = phrase("filler", s, i);
      if (length > 0) {
        paused = true;
        i += length;
        continue;
      }
      int dismissed = dismissals.dismissed(s, i, drafts, repairing);
      if (dismissed > i) {
        repairing = token.is("not") && s.at(dismissed).kind() == Token.Kind.PAUSE;
        rejected = false;
        i = dismissed;
        continue;
      }
      length = repairs.cancelling(s, i, drafts);
      if (length > 0) {
        drafts.cancel();
        repairing = false;
        rejected = false;
        i += length;
        continue;
      }
      length = repairs.repairing(s, i, drafts);
      if (length > 0) {
        repairing = true;
        rejected |= phrase("rejection", s, i) > 0;
        joined = false;
        i += length;
        continue;
      }
      length = phrase("negation", s, i);
      if (length > 0 && phrase("request", s, i) <= length) {
        i = repairs.negated(s, i + length, drafts);
        rejected = false;
        continue;
      }
      if (repairing && (repairs.isLeft(s, i) || repairs.isDone(s, i))) {
        drafts.cancel();
        repairing = false;
        rejected = false;
        i = s.end(i);
        continue;
      }
      length = repairs.contrast(s, i);
      if (length > 0) {
        i += length;
        continue;
      }
      if (repairing
          && token.is("not")
          && (s.word(i + 1).equals("there") || s.word(i + 1).equals("here"))) {
        i += 2;
        continue;
      }
      if (repairing && repairs.restates(s, i) > 0) {
        i += repairs.restates(s, i);
        continue;
      }
      if (token.is("not") && phrases.noun(s, i + 1).isPresent()) {
        i = phrases.noun(s, i + 1).get().end();
        continue;
      }
      if ((repairing || rejected || (paused && !joined)) && !drafts.isEmpty()) {
        int end = fragments.fragment(s, i, drafts, repairing || rejected);
        if (end > i) {
          repairing = false;
          rejected = false;
          hesitant = false;
          paused = false;
          i = end;
          continue;
        }
      }
      if (joined && repairs.isGift(s, i, drafts)) {
        i = repairs.continued(s, i, drafts);
        joined = false;
        continue;
      }
      Optional<Span<Draft>> clause = requests.asked(s, i);
      if (clause.isPresent()) {
        Draft draft = clause.get().value();
        int end = clause.get().end();
        draft.said = PhraseReader.words(s, i, end);
        draft.aside = drafts.aside;
        drafts.aside = false;
        draft.polite |= polite || s.word(end).equals("please");
        if (!manner.isEmpty()) {
          draft.arguments.putIfAbsent("manner", manner);
        }
        fronted.ifPresent(draft.places::add);
        fronted = Optional.empty();
        drafts.apply(draft, repairing || rejected, joined, paused, hesitant);
        repairing = false;
        rejected = false;
        hesitant = false;
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
        int end = repairs.continued(s, i, drafts);
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
      int from = i;
      i = Math.max(i + 1, others.skip(s, i, drafts));
      if (!drafts.isEmpty() && lexicon.phrases().within("unavailable", s, from, i)) {
        // "We're out of juice, get me some milk": the same verb then replaces it.
        drafts.last().repaired = true;
      }
      if (repairing && rejected) {
        int end = fragments.behindReason(s, from, i, drafts);
        rejected = end == i && repairs.isReason(s, from);
        i = end;
      }
      if (repairing && repairs.isRefused(s, from, i)) {
        drafts.cancel();
      }
      if (repairing && !drafts.isEmpty()) {
        // "No, Lucy is out": why the last deed is not meant. The same verb then replaces it.
        drafts.last().repaired = true;
        drafts.last().object.ifPresent(drafts::mention);
      }
      joined = false;
      paused = false;
      repairing = false;
    }
    if (rejected) {
      // "… no, I'm on a diet": said why not, and nothing in its place.
      drafts.cancel();
    }
    return drafts.all();
  }

  /** "to open the jar, you need …": where what is told begins. */
  private int purposeEnd(Sentence s, int from) {
    for (int i = from; i < s.end(from); i++) {
      if (s.at(i).kind() == Token.Kind.PAUSE) {
        boolean told = lexicon.is("subject", s.word(i + 1)) && phrase("request", s, i + 1) == 0;
        boolean how =
            lexicon.startsVerb(s.word(from + 1))
                && s.at(i).kind() == Token.Kind.PAUSE
                && phrases.startsClause(s, i + 1)
                && requests.asked(s, i + 1).isPresent();
        return told || how ? i : from;
      }
    }
    return from;
  }

  private int phrase(String list, Sentence s, int i) {
    return lexicon.phrases().at(list, s, i);
  }
}
