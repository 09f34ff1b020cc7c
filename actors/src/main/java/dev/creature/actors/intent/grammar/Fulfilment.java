package dev.creature.actors.intent.grammar;

/** Tells that things are already as a deed would make them: "oh, it's closed already". Pure. */
final class Fulfilment {
  private final Lexicon lexicon;
  private final PhraseReader phrases;
  private final Comments comments;

  Fulfilment(Lexicon lexicon, PhraseReader phrases, Comments comments) {
    this.lexicon = lexicon;
    this.phrases = phrases;
    this.comments = comments;
  }

  /** "oh, it's closed already", "oh, Anna just did", "ah, it's full": it is as it shall be. */
  boolean isSettled(Sentence s, int from, Draft last, boolean surprised) {
    boolean told = comments.starts(s, from) || isSameDone(s, from, last);
    if (!told || !comments.isLast(s, comments.end(s, from))) {
      return false;
    }
    boolean it =
        lexicon.is("subject", s.word(from))
            || last.object.filter(thing -> s.word(from + 1).equals(thing.head())).isPresent();
    for (int i = from + 1; s.at(i).isWord(); i++) {
      String word = s.word(i);
      boolean ends = s.isBoundary(afterAdverbs(s, i + 1));
      boolean state =
          it && ends && lexicon.is("being", s.word(beforeAdverbs(s, i))) && isResult(word, last);
      boolean done =
          (word.equals("did") && s.isBoundary(i + 1))
              || (lexicon.baseOfPast(word).filter(last.verb.head()::equals).isPresent()
                  && (pointsTo(s, i + 1, last) || s.isBoundary(i + 1)));
      boolean justNow = !word.equals("just") || lexicon.baseOfPast(s.word(i + 1)).isPresent();
      // "She is already waiting" is why, unless it comes as a surprise.
      boolean perfect = surprised && justNow && lexicon.is("perfect", word);
      if (state || done || perfect || isGone(s, i, last, surprised)) {
        return true;
      }
    }
    return false;
  }

  /** "her", "them", "the cat" behind "feed the cat" */
  private boolean pointsTo(Sentence s, int i, Draft last) {
    boolean points = Withdrawals.pointsTo(s.word(i)) || s.word(i).equals("her");
    return points
        || s.word(i).equals("him")
        || phrases
            .single(s, i)
            .filter(read -> phrases.determines(s.word(i)))
            .filter(read ->
                last.object.filter(old -> old.head().equals(read.value().head())).isPresent())
            .isPresent();
  }

  /** "Dad peeled them" */
  private boolean isSameDone(Sentence s, int from, Draft last) {
    return lexicon.names("person", s.word(from))
        && lexicon.baseOfPast(s.word(from + 1)).filter(last.verb.head()::equals).isPresent();
  }

  /** "the dog has eaten them": nothing is left of it. */
  private boolean isGone(Sentence s, int i, Draft last, boolean surprised) {
    boolean has =
        s.word(i - 1).equals("has") || s.word(i - 1).equals("have") || s.word(i - 1).endsWith("'s");
    if (surprised && s.word(i - 1).equals("been") && lexicon.is("consumed", s.word(i))) {
      return s.isBoundary(i + 1);
    }
    boolean told = lexicon.is("consumed", s.word(i)) || (surprised && did(s.word(i), last));
    return has
        && told
        && Withdrawals.pointsTo(s.word(i + 1))
        && s.isBoundary(afterAdverbs(s, i + 2))
        && last.object.filter(NounPhrase::definite).isPresent();
  }

  private boolean did(String participle, Draft last) {
    return lexicon.baseOfPast(participle).flatMap(lexicon::verb).map(Verb::frame).stream()
        .anyMatch(last.verb.frame()::equals);
  }

  /** "I'm wearing it", "I'm sitting on it": the speaker has what was asked for. */
  boolean isHeld(Sentence s, int i, boolean anybody) {
    boolean self = s.word(i).equals("i");
    boolean one =
        self
            || (anybody
                && (lexicon.is("subject", s.word(i)) || lexicon.names("person", s.word(i))));
    boolean is = lexicon.is("being", s.word(i + 1)) || s.word(i + 1).equals("am");
    boolean shortened = anybody && s.word(i).endsWith("'s");
    int at = afterAdverbs(s, shortened ? i + 1 : i + 2);
    int thing = lexicon.is("preposition", s.word(at + 1)) ? at + 2 : at + 1;
    return ((one && is) || shortened)
        && lexicon.is("having", s.word(at))
        && Withdrawals.pointsTo(s.word(thing))
        && comments.isLast(s, thing + 1);
  }

  /** "oh, it's bright enough": behind what was to make more of it. */
  boolean isEnough(Sentence s, int i, Draft last) {
    boolean more =
        last.verb.frame() == Frame.SWITCH
            && (last.verb.base().endsWith(" on") || last.verb.base().endsWith(" up"));
    boolean it = lexicon.is("subject", s.word(i)) || lexicon.is("demonstrative", s.word(i));
    int at = afterAdverbs(s, i + 2);
    return more
        && it
        && lexicon.is("being", s.word(i + 1))
        && s.word(at + 1).equals("enough")
        && comments.isLast(s, at + 2);
  }

  /** "oh, the show's over" */
  boolean isOver(Sentence s, int from) {
    for (int i = from + 1; i < s.end(from) && s.at(i).isWord(); i++) {
      boolean is = lexicon.is("being", s.word(i)) || s.word(i).endsWith("'s");
      if (is && lexicon.is("ended", s.word(i + 1))) {
        return comments.isLast(s, i + 2);
      }
    }
    return false;
  }

  /** "oh, he's asleep": with whom something was to be done. */
  boolean isAsleep(Sentence s, int i) {
    boolean somebody =
        s.word(i).equals("he") || s.word(i).equals("she") || s.word(i).equals("they");
    int at = afterAdverbs(s, i + 2);
    return somebody
        && lexicon.is("being", s.word(i + 1))
        && lexicon.is("asleep", s.word(at))
        && comments.isLast(s, at + 1);
  }

  /** "oh, they're on my head": what was looked for. */
  boolean isFound(Sentence s, int i) {
    boolean it = s.word(i).equals("it") || s.word(i).equals("they");
    int at = afterAdverbs(s, i + 2);
    int end =
        lexicon.is("place-adverb", s.word(at))
            ? at + 1
            : phrases.place(s, at).map(Span::end).orElse(at);
    return it && lexicon.is("being", s.word(i + 1)) && end > at && comments.isLast(s, end);
  }

  private int beforeAdverbs(Sentence s, int i) {
    int before = i - 1;
    while (lexicon.is("adverb", s.word(before))) {
      before--;
    }
    return before;
  }

  private int afterAdverbs(Sentence s, int from) {
    int i = from;
    while (lexicon.is("adverb", s.word(i)) && !lexicon.is("place-adverb", s.word(i))) {
      i++;
    }
    return i;
  }

  /** Whether the word tells how a thing is behind the deed: "closed" behind "close". */
  boolean isResult(String state, Draft last) {
    String base = last.verb.base();
    boolean shut = state.equals("closed") || state.equals("shut");
    boolean gone = state.equals("gone") && (base.endsWith(" out") || base.endsWith(" away"));
    boolean washed = state.equals("clean") || state.equals("dry");
    return switch (base) {
      case "close", "shut" -> shut;
      case "fill", "fill up", "refill" -> state.equals("full");
      default ->
          base.equals(state)
              || gone
              || base.endsWith(" " + state)
              || (washed && Handling.cleans(last.verb))
              || lexicon.baseOfPast(state).filter(last.verb.head()::equals).isPresent();
    };
  }
}
