package dev.creature.actors.intent.grammar;

/** Finds the verb of what a thing needs: "the trash needs taking out". Pure. */
final class Needs {
  private Needs() {}

  /** "the baby wants feeding". */
  static boolean isFed(Sentence s, int at) {
    return s.word(at).equals("feeding") || s.word(at + 1).equals("feeding");
  }

  /** Behind "has to go", "should go": where the place is named that a thing shall have; or 0. */
  static int goes(Sentence s, int at) {
    String next = s.word(at + 1);
    int verb =
        switch (s.word(at)) {
          case "needs", "need", "has", "have", "ought" -> next.equals("to") ? at + 2 : 0;
          case "should", "must" -> at + 1;
          default -> 0;
        };
    return verb > 0 && s.word(verb).equals("go") ? verb + 1 : 0;
  }

  /**
   * Where the verb stands behind "needs", "has to be", "should be"; 0 when none of them is said.
   */
  static int verbBehind(Sentence s, int at) {
    String word = s.word(at);
    String next = s.word(at + 1);
    boolean needs =
        word.equals("needs") || word.equals("need") || word.equals("wants") || word.equals("want");
    int be =
        switch (word) {
          case "needs", "need", "has", "have", "ought" ->
              next.equals("to") && s.word(at + 2).equals("be") ? at + 3 : 0;
          case "should", "must" -> next.equals("be") ? at + 2 : 0;
          default -> 0;
        };
    if (be > 0) {
      return be;
    }
    int article = needs && (next.equals("a") || next.equals("some")) ? at + 2 : needs ? at + 1 : 0;
    while (article > 0
        && (s.word(article).equals("good")
            || s.word(article).equals("quick")
            || s.word(article).equals("thorough")
            || s.word(article).equals("proper"))) {
      article++;
    }
    return article > 0 && s.word(article).endsWith("ing") ? article : 0;
  }
}
