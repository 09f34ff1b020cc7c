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
    if (!comments.starts(s, from) || !comments.isLast(s, comments.end(s, from))) {
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
                  && (Withdrawals.pointsTo(s.word(i + 1)) || s.isBoundary(i + 1)));
      boolean justNow = !word.equals("just") || lexicon.baseOfPast(s.word(i + 1)).isPresent();
      // "She is already waiting" is why, unless it comes as a surprise.
      boolean perfect = surprised && justNow && lexicon.is("perfect", word);
      if (state || done || perfect) {
        return true;
      }
    }
    return false;
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
  private boolean isResult(String state, Draft last) {
    String base = last.verb.base();
    boolean shut = state.equals("closed") || state.equals("shut");
    boolean washed = state.equals("clean") || state.equals("dry");
    return switch (base) {
      case "close", "shut" -> shut;
      case "fill", "fill up", "refill" -> state.equals("full");
      default ->
          base.equals(state)
              || base.endsWith(" " + state)
              || (washed && Handling.cleans(last.verb))
              || lexicon.baseOfPast(state).filter(last.verb.head()::equals).isPresent();
    };
  }
}
