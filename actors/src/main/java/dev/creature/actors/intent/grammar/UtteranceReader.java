package dev.creature.actors.intent.grammar;

import java.util.List;
import java.util.Optional;

/**
 * Reads an utterance move by move: what asks for a deed becomes a draft, what corrects one changes
 * it, and questions, statements, quotations and negations are passed over.
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
  private final EditingTerms terms;
  private final Withdrawals withdrawals;
  private final Denials denials;

  /** In the order in which they are tried. */
  private final List<Move> moves;

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
    this.requests = new RequestReader(lexicon, phrases, sides, clauses);
    this.before = new FrontedReader(lexicon, phrases, requests);
    this.terms = new EditingTerms(lexicon, phrases);
    this.withdrawals = new Withdrawals(lexicon, phrases);
    this.denials = new Denials(lexicon, phrases);
    this.moves =
        List.of(
            this::mark,
            this::untasked,
            this::front,
            this::filler,
            this::dismissal,
            this::cancellation,
            this::editing,
            this::negation,
            this::leaving,
            this::exclusion,
            this::fragment,
            this::gift,
            this::request,
            this::opening,
            this::continuation,
            this::vocative,
            this::telling);
  }

  /** Reads. */
  List<Draft> read(Sentence s, Drafts drafts) {
    Flow flow = new Flow();
    int i = 0;
    while (i < s.size()) {
      int next = i;
      for (Move move : moves) {
        next = move.read(s, i, drafts, flow);
        if (next > i) {
          break;
        }
      }
      i = Math.max(next, i + 1);
    }
    if (flow.rejected || flow.unresolved) {
      // "… no, I'm on a diet": said why not, and nothing in its place.
      drafts.cancel();
    }
    return drafts.all();
  }

  private int mark(Sentence s, int i, Drafts drafts, Flow flow) {
    if (s.at(i).isWord()) {
      return i;
    }
    flow.mark(s, i);
    return i + 1;
  }

  private int untasked(Sentence s, int i, Drafts drafts, Flow flow) {
    if (!starts(s, i)) {
      return i;
    }
    // "Forget what I said about the cup" tells nobody's words.
    if (phrase("dismissal", s, i) < 4 && untasked.matches(s, i)) {
      // "Tom says he'll do it."
      return withdrawals.withdraws(s, withdrawals.behindCalls(s, i), drafts, flow)
          ? takenBack(s, i, drafts, flow)
          : terms.thoughtBetter(s, i, drafts);
    }
    return s.word(i).equals("to") ? before.purpose(s, i) : i;
  }

  /** What stands in front of a clause: "from the shelf take …", "very slowly go …". */
  private int front(Sentence s, int i, Drafts drafts, Flow flow) {
    if (!starts(s, i)) {
      return i;
    }
    if (flow.fronted.isEmpty()) {
      Optional<Span<Place>> place = before.place(s, i);
      if (place.isPresent()) {
        flow.fronted = place.map(Span::value);
        return place.get().end();
      }
      int held = before.held(s, i);
      if (held > i) {
        return held;
      }
    }
    return before.inFront(s, i, drafts);
  }

  private int filler(Sentence s, int i, Drafts drafts, Flow flow) {
    int length = Math.max(phrase("filler", s, i), terms.remark(s, i));
    if (phrase("repair", s, i) > length) {
      return i;
    }
    flow.paused |= length > 0;
    return i + length;
  }

  private int dismissal(Sentence s, int i, Drafts drafts, Flow flow) {
    int end = dismissals.dismissed(s, i, drafts, flow.repairing);
    if (end > i) {
      flow.settle();
      flow.dismissed = true;
      flow.repairing = s.word(i).equals("not") && s.at(end).kind() == Token.Kind.PAUSE;
      if (flow.repairing) {
        drafts.ruleOut(s.word(end - 1));
      }
    }
    return end;
  }

  private int cancellation(Sentence s, int i, Drafts drafts, Flow flow) {
    int length = repairs.cancelling(s, i, drafts, flow);
    if (length > 0) {
      drafts.cancel();
      flow.settle();
    }
    return length > 0 ? repairs.behindPlace(s, i + length) : i;
  }

  private int editing(Sentence s, int i, Drafts drafts, Flow flow) {
    int length = terms.at(s, i, drafts);
    if (length > 0) {
      flow.repairing = true;
      flow.firm |= !lexicon.is("mild", s.word(i));
      flow.rejected |= phrase("rejection", s, i) > 0;
      flow.joined = false;
    }
    return i + length;
  }

  private int negation(Sentence s, int i, Drafts drafts, Flow flow) {
    int length = phrase("negation", s, i);
    if (length == 0 || phrase("request", s, i) > length || repairs.excludes(s, i, drafts)) {
      return i;
    }
    flow.rejected = false;
    return repairs.negated(s, i + length, drafts);
  }

  /** "no, leave it open", "wait, I already fed them". */
  private int leaving(Sentence s, int i, Drafts drafts, Flow flow) {
    return withdrawals.withdraws(s, i, drafts, flow) ? takenBack(s, i, drafts, flow) : i;
  }

  private static int takenBack(Sentence s, int i, Drafts drafts, Flow flow) {
    drafts.cancel();
    flow.settle();
    return s.end(i);
  }

  private int exclusion(Sentence s, int i, Drafts drafts, Flow flow) {
    return repairs.excluded(s, i, drafts, flow);
  }

  private int fragment(Sentence s, int i, Drafts drafts, Flow flow) {
    if (drafts.isEmpty()) {
      return i;
    }
    boolean more =
        (flow.corrected && phrases.place(s, i).isPresent()) || (flow.pending && starts(s, i));
    boolean behind = terms.isSaidBehind(s, i);
    if (!flow.corrects() && !more && !behind && (!flow.paused || flow.joined)) {
      return i;
    }
    int end = fragments.fragment(s, i, drafts, flow.corrects() || more || behind);
    if (end > i) {
      flow.begin();
      flow.corrected = true;
    }
    return end;
  }

  private int gift(Sentence s, int i, Drafts drafts, Flow flow) {
    boolean given = flow.joined && repairs.isGift(s, i, drafts);
    flow.joined &= !given;
    return given ? repairs.continued(s, i, drafts, false) : i;
  }

  private int request(Sentence s, int i, Drafts drafts, Flow flow) {
    Optional<Span<Draft>> clause = requests.asked(s, i);
    if (clause.isEmpty()) {
      return i;
    }
    Draft draft = clause.get().value();
    int end = clause.get().end();
    draft.said = PhraseReader.words(s, i, end);
    draft.aside = drafts.aside;
    drafts.aside = false;
    draft.polite |= flow.polite || s.word(end).equals("please");
    flow.furnish(draft);
    int marked = drafts.isEmpty() || flow.joined ? -1 : terms.markedBehind(s, i, end, draft);
    flow.repairing |= marked >= 0;
    int behind = terms.regret(s, end) + terms.behind(s, end);
    draft.dropRestated(behind > 0);
    drafts.apply(draft, flow);
    end += Math.max(0, marked);
    flow.begin();
    flow.joined = false;
    return end;
  }

  private int opening(Sentence s, int i, Drafts drafts, Flow flow) {
    String word = s.word(i);
    int length = before.opening(s, i);
    if (length == 0 || (word.equals("to") && !starts(s, i))) {
      return i;
    }
    flow.open(word, lexicon.is("manner", word));
    flow.misgiving |= lexicon.is("misgiving", word);
    return i + length;
  }

  private int continuation(Sentence s, int i, Drafts drafts, Flow flow) {
    if (!flow.joined || drafts.isEmpty()) {
      return i;
    }
    int end = repairs.continued(s, i, drafts, flow.corrected);
    flow.joined = end == i;
    return end;
  }

  private int vocative(Sentence s, int i, Drafts drafts, Flow flow) {
    return requests.isVocative(s, i) ? i + 1 : i;
  }

  /** What asks for nothing: passed over, but for what a speaker corrects within it. */
  private int telling(Sentence s, int from, Drafts drafts, Flow flow) {
    int restart = drafts.isEmpty() ? terms.restart(s, from) : from;
    if (restart > from) {
      return restart;
    }
    int end = Math.max(from + 1, others.skip(s, from, drafts));
    flow.hear(lexicon.is("misgiving", s.word(from - 1)));
    flow.named = fragments.named(s, from);
    flow.where = fragments.where(s, from, end);
    denials.note(s, from, end, drafts);
    int scrap = drafts.isEmpty() ? from : terms.scrapEnd(s, from, end);
    if (scrap > from) {
      return scrap;
    }
    int corrected = fragments.behindReason(s, from, end, drafts, flow.corrects());
    if (corrected > from) {
      flow.begin();
      flow.corrected = true;
      return corrected;
    }
    withdrawals.weigh(s, from, end, drafts, flow);
    if (flow.repairing && !drafts.isEmpty()) {
      // "No, Lucy is out": why the last deed is not meant. The same verb then replaces it.
      drafts.last().repaired = true;
      drafts.last().object.ifPresent(drafts::mention);
    }
    flow.tell();
    return end;
  }

  private static boolean starts(Sentence s, int i) {
    return i == 0 || s.at(i - 1).endsSentence();
  }

  private int phrase(String list, Sentence s, int i) {
    return lexicon.phrases().at(list, s, i);
  }
}
