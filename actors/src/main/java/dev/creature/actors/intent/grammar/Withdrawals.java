package dev.creature.actors.intent.grammar;

/**
 * Tells what is said behind a request so that nothing need be done any more: "Carla has got it",
 * "they are on my head", "actually I'll just put on a jumper". Pure.
 */
final class Withdrawals {
  private final Lexicon lexicon;
  private final PhraseReader phrases;
  private final Comments comments;
  private final Fulfilment fulfilment;
  private final Leavings leavings;
  private final Substitutes substitutes;

  Withdrawals(Lexicon lexicon, PhraseReader phrases) {
    this.lexicon = lexicon;
    this.phrases = phrases;
    this.comments = new Comments(lexicon, phrases);
    this.fulfilment = new Fulfilment(lexicon, phrases, comments);
    this.leavings = new Leavings(lexicon, phrases, fulfilment);
    this.substitutes = new Substitutes(lexicon, phrases, comments, leavings);
  }

  /** Whether the words here take the last deed back. */
  boolean withdraws(Sentence s, int i, Drafts drafts, Flow flow) {
    if (drafts.isEmpty() || s.at(s.end(i)).kind() == Token.Kind.QUESTION) {
      return false;
    }
    boolean behind = flow.corrects() || flow.pending;
    boolean cried =
        lexicon.is("misgiving", s.word(i - 1)) || lexicon.is("misgiving", s.word(i - 2));
    boolean taken = flow.repairing || flow.misgiving || cried;
    boolean apart = taken || flow.ended;
    boolean searched = drafts.last().verb.frame() == Frame.SEARCH;
    return ((behind || flow.corrected) && leavings.isLeft(s, i))
        || leavings.isLeftSo(s, i, drafts.last())
        || (apart && leavings.isLeftTo(s, i))
        // "Close the door. Let the baby sleep." tells why.
        || ((behind || taken || isWaking(drafts.last()) || (apart && leavings.isDealing(s, i + 2)))
            && leavings.isLet(s, i, behind))
        || (flow.repairing && (isDone(s, i) || isOwn(s, i)))
        // "Get the scissors. I'll cut it myself." tells why, unless something comes as a surprise.
        || ((taken || (flow.ended && isSameWork(s, i + 2, drafts.last()))) && isOwnWork(s, i))
        || ((taken || (flow.ended && substitutes.isAnother(s, i, drafts.last())))
            && substitutes.isTakenOver(s, i))
        || (apart && fulfilment.isSettled(s, i, drafts.last(), taken))
        || (apart && substitutes.isTurnOf(s, i) && !substitutes.isNamedIn(s, i + 2, drafts.last()))
        || (taken && fulfilment.isAsleep(s, i))
        || ((taken || endsSo(s, i)) && fulfilment.isEnough(s, i, drafts.last()))
        || (fulfilment.isHeld(s, i, taken) && (taken || searched))
        || (taken && fulfilment.isOver(s, i))
        || (taken && searched && fulfilment.isFound(s, i));
  }

  /** Behind "oh, I see,", where a statement begins. */
  int behindCalls(Sentence s, int from) {
    int i = from;
    while (i < s.end(from)) {
      boolean seen = s.word(i).equals("i") && lexicon.is("reporting", s.word(i + 1));
      int length =
          seen && s.isBoundary(i + 2)
              ? 2
              : Math.max(
                  lexicon.phrases().at("opening", s, i), lexicon.phrases().at("filler", s, i));
      if (length == 0 && s.at(i).isWord()) {
        return i;
      }
      i += Math.max(1, length);
    }
    return from;
  }

  /** Weighs a statement behind a request: it may be the reason why nothing shall be done. */
  void weigh(Sentence s, int from, int end, Drafts drafts, Flow flow) {
    if (flow.repairing && flow.rejected) {
      flow.rejected = isReason(s, from);
    }
    if (flow.repairing && isRefused(s, from, end)) {
      drafts.cancel();
    }
    flow.unresolved |= isAfterAll(s, from) || (flow.repairing && flow.firm && isAgainst(s, from));
  }

  /** "it's warm enough, actually" */
  private static boolean endsSo(Sentence s, int i) {
    return s.word(s.end(i) - 1).equals("actually");
  }

  private static boolean isWaking(Draft last) {
    return last.verb.head().equals("wake");
  }

  private boolean isSameWork(Sentence s, int i, Draft last) {
    return leavings.isDealing(s, i) || s.word(i).equals(last.verb.head());
  }

  /** "actually I'll just put on a jumper": something else, by the speaker. */
  private boolean isOwn(Sentence s, int i) {
    boolean self = isSelf(s, i);
    boolean will = s.word(i + 1).equals("will") || s.word(i + 1).equals("shall");
    int verb = i + 2;
    while (lexicon.is("adverb", s.word(verb))) {
      verb++;
    }
    if (s.word(i).equals("let") && s.word(i + 1).equals("us")) {
      // "you know what, let's eat out"
      return !lexicon.is("choosing", s.word(i + 2)) && comments.isLast(s, s.end(i));
    }
    boolean wants =
        lexicon.is("meaning", s.word(verb))
            || lexicon.is("stative", s.word(verb))
            || lexicon.phrases().at("wish", s, i) > 0;
    if (!self || !will || wants) {
      return false;
    }
    for (int k = verb; k < s.end(i); k++) {
      if (s.word(k).equals("you") || s.word(k).equals("so") || s.word(k).equals("and")) {
        return false;
      }
    }
    return comments.isLast(s, s.end(i));
  }

  /** "wait, it's raining": a reason against it; where a thing is or whom it is for is none. */
  private boolean isAgainst(Sentence s, int from) {
    if (!comments.starts(s, from)
        || s.at(s.end(from)).kind() == Token.Kind.QUESTION
        || s.at(comments.end(s, from)).isWord()) {
      return false;
    }
    boolean it = s.word(from).equals("it") || s.word(from).equals("they");
    boolean where =
        lexicon.is("being", s.word(from + 1))
            && (phrases.place(s, from + 2).isPresent()
                || lexicon.is("place-adverb", s.word(from + 2)));
    return !(it && where);
  }

  /** "oh I can reach it", "I'll go with him myself" */
  private boolean isOwnWork(Sentence s, int i) {
    boolean self = isSelf(s, i);
    boolean can = s.word(i + 1).equals("can") || s.word(i + 1).equals("will");
    if (!self || !can) {
      return false;
    }
    int end = i + 2;
    while (s.at(end).isWord()) {
      end++;
    }
    boolean own = s.word(end - 1).equals("myself") || s.word(end - 1).equals("ourselves");
    boolean reaches =
        s.word(i + 1).equals("can")
            && pointsTo(s.word(i + 3))
            && (end == i + 4 || s.word(i + 4).equals("after"));
    return (own || reaches) && !s.word(i + 2).equals("not");
  }

  /** "she's not staying after all", "I can walk without them, actually": no need any more. */
  private boolean isAfterAll(Sentence s, int from) {
    int end = s.end(from);
    boolean said = comments.starts(s, from) || lexicon.is("subject", s.word(from));
    boolean closes =
        (s.word(end - 2).equals("after") && s.word(end - 1).equals("all"))
            || (isNoLonger(s, end) && !(isSelf(s, from) && s.word(from + 1).equals("can")))
            || (s.word(end - 1).equals("actually") && s.word(from).equals("i"));
    return said
        && closes
        && s.at(from - 1).endsSentence()
        && s.at(end).kind() != Token.Kind.QUESTION
        && comments.isLast(s, end);
  }

  /** Behind "anymore": of what the speaker can do no more it is why somebody else shall. */
  private static boolean isNoLonger(Sentence s, int end) {
    return s.word(end - 1).equals("anymore")
        || (s.word(end - 2).equals("any")
            && (s.word(end - 1).equals("more") || s.word(end - 1).equals("longer")));
  }

  /** "wait, I already fed them", "oh wait, she's already eaten", "hold on, I might need it". */
  private boolean isDone(Sentence s, int i) {
    if (!comments.starts(s, i)) {
      return false;
    }
    int end = i + 1;
    boolean already = false;
    while (s.at(end).isWord()) {
      already |= s.word(end).equals("already");
      end++;
    }
    boolean last = comments.isLast(s, end);
    boolean own =
        s.word(i).equals("i")
            && s.word(s.word(i + 1).equals("have") ? i + 2 : i + 1).equals("already");
    return own || (last && (already || isNeeded(s, i)));
  }

  /** "I might still need it", "I'd like to keep them". */
  private boolean isNeeded(Sentence s, int from) {
    int i = from + 1;
    while ((lexicon.is("auxiliary", s.word(i)) && !s.word(i).equals("need"))
        || lexicon.is("adverb", s.word(i))) {
      i++;
    }
    boolean wished = lexicon.is("meaning", s.word(i)) && s.word(i + 1).equals("to");
    i += wished ? 2 : 0;
    boolean held =
        s.word(i).equals("need") || s.word(i).equals("keep") || s.word(i).equals("using");
    return isSelf(s, from)
        && held
        && (i > from + 1)
        && (phrases.place(s, i + 1).isEmpty() || s.word(i + 1).equals("after"));
  }

  static boolean isSelf(Sentence s, int i) {
    return s.word(i).equals("i") || s.word(i).equals("we");
  }

  static boolean pointsTo(String word) {
    return switch (word) {
      case "it", "them", "that", "those", "these", "this" -> true;
      default -> false;
    };
  }

  /** "hang on, Ben has not finished": why it shall not be done, to the end of the utterance. */
  private boolean isRefused(Sentence s, int from, int end) {
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

  /** "I'm on a diet", "the baby is asleep", "too heavy for you": whether something is told. */
  private boolean isReason(Sentence s, int from) {
    for (int i = from; i < Math.min(s.end(from), from + 6) && s.at(i).isWord(); i++) {
      if (lexicon.is("auxiliary", s.word(i)) || lexicon.is("irregular", s.word(i))) {
        return true;
      }
    }
    return lexicon.is("subject", s.word(from)) || s.word(from).equals("too");
  }
}
