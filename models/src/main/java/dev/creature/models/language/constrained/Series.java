package dev.creature.models.language.constrained;

/** Several of a kind between brackets. */
final class Series {
  private Series() {}

  /** From {@code fewest} to {@code most} of them, with commas between. */
  static Rule of(String open, Rule item, String close, int fewest, int most) {
    if (fewest > most) {
      return Rules.NONE;
    }
    Rule end = Literal.of(close);
    Rule rest = end;
    for (int number = most; number >= 1; number--) {
      Rule one = number == 1 ? item : Then.of(Literal.of(", "), item);
      Rule more = Then.of(one, rest);
      rest = number > fewest ? Either.of(end, more) : more;
    }
    return Then.of(Literal.of(open), rest);
  }
}
