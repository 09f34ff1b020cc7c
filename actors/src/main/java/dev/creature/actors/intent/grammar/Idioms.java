package dev.creature.actors.intent.grammar;

/** Tells turns of phrase with a verb of the field: "take five", but not "take five cups". Pure. */
final class Idioms {
  private final Lexicon lexicon;
  private final PhraseReader phrases;

  Idioms(Lexicon lexicon, PhraseReader phrases) {
    this.lexicon = lexicon;
    this.phrases = phrases;
  }

  /** Whether the verb here is part of a turn of phrase that means something else. */
  boolean isIdiom(Sentence s, int i) {
    int length = lexicon.phrases().at("idiom", s, i);
    if (length == 0) {
      return false;
    }
    String next = s.word(i + length);
    if (length == 2 && s.word(i).equals("look") && s.isBoundary(i + 2)) {
      // "look up." is a movement, "look up the capital" none.
      return !s.word(i + 1).equals("up") && !s.word(i + 1).equals("down");
    }
    if (lexicon.isNumber(s.word(i + length - 1)) && lexicon.isThing(next)) {
      // "take five cups"
      return false;
    }
    boolean out =
        s.word(i + length - 1).equals("out")
            && (next.equals("of") || next.equals("to") || next.equals("into"))
            && !s.word(i + length + 1).equals("here");
    boolean up = s.word(i + length - 1).equals("up") && next.equals("at");
    boolean onto = s.word(i + length - 1).equals("off") && next.equals("the");
    boolean shows = s.word(i + length - 1).equals("that") || s.word(i + length - 1).equals("this");
    if (shows
        && phrases
            .noun(s, i + length - 1)
            .filter(it -> !it.value().pronoun() && lexicon.isThing(it.value().head()))
            .isPresent()) {
      return false;
    }
    // "pick up the phone charger": its last noun only begins the thing's name.
    boolean longer =
        lexicon.isKnownNoun(s.word(i + length - 1))
            && (lexicon.isListedPhysical(next) || lexicon.isThing(next))
            && !lexicon.startsVerb(next)
            && phrases.determines(s.word(i + length - 2));
    boolean placed =
        switch (next) {
          case "that", "which" -> lexicon.is("auxiliary", s.word(i + length + 1));
          case "to" -> s.word(i).equals("go") && phrases.determines(s.word(i + length + 1));
          case "into",
              "onto",
              "in",
              "on",
              "from",
              "out",
              "at",
              "by",
              "near",
              "outside",
              "behind",
              "beside",
              "under",
              "next" ->
              phrases
                  .place(s, i + length)
                  .map(place -> place.value().landmark())
                  .filter(
                      mark -> mark.definite() && !mark.pronoun() && lexicon.isPhysical(mark.head()))
                  .isPresent();
          default -> false;
        };
    return !out && !onto && !up && !longer && !placed;
  }
}
