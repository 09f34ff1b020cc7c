package dev.creature.actors.intent.grammar;

/** Reads how far, how long, how often and how much. Pure. */
final class Measures {
  private final Lexicon lexicon;

  Measures(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** "a little closer", "a bit to the left"; but "a bit of cheese" is a thing. */
  int little(Sentence s, int i) {
    if (!s.word(i).equals("a")) {
      return i;
    }
    int end = s.word(i + 1).equals("little") && s.word(i + 2).equals("bit") ? i + 3 : i + 2;
    boolean amount =
        switch (s.word(end - 1)) {
          case "bit", "little", "tad" -> true;
          default -> false;
        };
    String next = s.word(end);
    boolean free =
        next.isEmpty()
            || lexicon.is("direction", next)
            || lexicon.is("conjunction", next)
            || lexicon.is("adverb", next)
            || (lexicon.is("preposition", next) && !next.equals("of"));
    return amount && free ? end : i;
  }

  static boolean isNearly(String word) {
    return switch (word) {
      case "by", "about", "around", "approximately", "roughly", "another" -> true;
      default -> false;
    };
  }

  boolean isMeasure(Sentence s, int i) {
    return (lexicon.isNumber(s.word(i))
            && (lexicon.is("unit", s.word(i + 1))
                || (lexicon.isNumber(s.word(i + 1)) && lexicon.is("unit", s.word(i + 2)))))
        || (s.word(i).equals("half")
            && s.word(i + 1).equals("a")
            && lexicon.is("unit", s.word(i + 2)))
        || (s.word(i).equals("a")
            && lexicon.is("unit", s.word(i + 1))
            && !lexicon.isListedPhysical(s.word(i + 1)));
  }

  int measure(Sentence s, int from, Draft d) {
    int unit = lexicon.is("unit", s.word(from + 1)) ? from + 1 : from + 2;
    String value = PhraseReader.words(s, from, unit);
    switch (s.word(unit)) {
      case "times", "time" -> d.arguments.put("count", value);
      case "degree", "degrees" -> d.arguments.put("angle", value + " degrees");
      case "second", "seconds", "minute", "minutes", "hour", "hours" ->
          d.arguments.put("duration", value + " " + s.word(unit));
      default -> d.arguments.put("distance", value + " " + s.word(unit));
    }
    return unit + 1;
  }
}
