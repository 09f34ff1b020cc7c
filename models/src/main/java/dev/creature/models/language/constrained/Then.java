package dev.creature.models.language.constrained;

/** One after the other. */
record Then(Rule first, Rule rest, int least) implements Rule {
  static Rule of(Rule first, Rule rest) {
    if (first == EMPTY) {
      return rest;
    }
    if (rest == EMPTY) {
      return first;
    }
    if (first == NONE || rest == NONE) {
      return NONE;
    }
    return new Then(first, rest, first.least() + rest.least());
  }

  static Rule all(Rule... rules) {
    Rule whole = EMPTY;
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
