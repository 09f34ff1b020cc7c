package dev.creature.actors.intent.grammar;

/** Tells where a clause begins that only says when or why. Pure. */
final class Conditions {
  private final Lexicon lexicon;

  Conditions(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** "if the mug is dirty, …", "as soon as they are here, …", "before you leave, …". */
  boolean begins(Sentence s, int from) {
    return switch (s.word(from)) {
      case "if",
          "once",
          "after",
          "before",
          "while",
          "until",
          "since",
          "because",
          "unless",
          "without",
          "whenever",
          "in" ->
          !s.word(from).equals("in") || s.word(from + 1).equals("case");
      case "when" -> !lexicon.is("auxiliary", s.word(from + 1));
      case "as" -> s.word(from + 1).equals("soon") || s.word(from + 1).equals("long");
      default -> false;
    };
  }
}
