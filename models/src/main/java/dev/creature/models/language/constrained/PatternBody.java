package dev.creature.models.language.constrained;

/**
 * What stands between the quotes of a JSON string that has to match a pattern, and the closing
 * quote.
 *
 * @param pattern over printable characters of ASCII that need no escape
 * @param state of the pattern
 * @param fewest characters still to come at least
 * @param most characters that may come at most
 */
record PatternBody(PatternStates pattern, int state, int fewest, int most) implements Rule {
  static Rule of(PatternStates pattern, int fewest, int most) {
    return at(pattern, 0, fewest, most);
  }

  private static Rule at(PatternStates pattern, int state, int fewest, int most) {
    int needed = pattern.shortest(state, fewest);
    return needed > most ? Rules.NONE : new PatternBody(pattern, state, fewest, most);
  }

  @Override
  public Rule after(int octet) {
    if (octet == '"') {
      return fewest == 0 && pattern.accepts(state) ? Rules.EMPTY : Rules.NONE;
    }
    int next = pattern.after(state, octet);
    return next == PatternStates.DEAD || most == 0
        ? Rules.NONE
        : at(pattern, next, Math.max(0, fewest - 1), most - 1);
  }

  @Override
  public boolean mayEnd() {
    return false;
  }

  @Override
  public int least() {
    return pattern.shortest(state, fewest) + 1;
  }
}
