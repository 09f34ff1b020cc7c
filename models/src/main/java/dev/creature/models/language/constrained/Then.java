package dev.creature.models.language.constrained;

/** One after the other. */
record Then(Rule first, Rule rest, int least) implements Rule {
  static Rule of(Rule first, Rule rest) {
    if (first.isOver()) {
      return rest;
    }
    if (rest.isOver()) {
      return first;
    }
    if (first.refuses() || rest.refuses()) {
      return Rules.NONE;
    }
    return new Then(first, rest, first.least() + rest.least());
  }

  static Rule all(Rule... rules) {
    Rule whole = Rules.EMPTY;
    for (int i = rules.length - 1; i >= 0; i--) {
      whole = of(rules[i], whole);
    }
    return whole;
  }

  @Override
  public Rule after(int octet) {
    Rule inside = of(first.after(octet), rest);
    return first.mayEnd() ? Either.of(inside, rest.after(octet)) : inside;
  }

  @Override
  public boolean mayEnd() {
    return first.mayEnd() && rest.mayEnd();
  }
}
