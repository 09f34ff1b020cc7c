package dev.creature.models.language.constrained;

import java.util.ArrayList;
import java.util.List;

/** One of several. */
record Either(List<Rule> choices, int least, boolean mayEnd) implements Rule {
  static Rule of(Rule one, Rule other) {
    if (one.refuses()) {
      return other;
    }
    return other.refuses() ? one : of(List.of(one, other));
  }

  static Rule of(List<Rule> rules) {
    List<Rule> choices = new ArrayList<>(rules.size());
    int least = IMPOSSIBLE;
    boolean mayEnd = false;
    for (Rule rule : rules) {
      if (rule instanceof Either(List<Rule> inner, var _, var _)) {
        choices.addAll(inner);
      } else {
        choices.add(rule);
      }
      least = Math.min(least, rule.least());
      mayEnd |= rule.mayEnd();
    }
    return switch (choices.size()) {
      case 0 -> Rules.NONE;
      case 1 -> choices.getFirst();
      default -> new Either(List.copyOf(choices), least, mayEnd);
    };
  }

  @Override
  public Rule after(int octet) {
    Rule only = Rules.NONE;
    List<Rule> several = List.of();
    for (Rule choice : choices) {
      Rule next = choice.after(octet);
      if (next.refuses()) {
        continue;
      }
      if (only.refuses()) {
        only = next;
      } else {
        if (several.isEmpty()) {
          several = new ArrayList<>(List.of(only));
        }
        several.add(next);
      }
    }
    return several.isEmpty() ? only : of(several);
  }
}
