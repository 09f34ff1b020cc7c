package dev.creature.models.language.constrained;

import java.util.List;

/** The two rules that leave no choice. */
final class Rules {
  /** Nothing fits. */
  static final Rule NONE = new Either(List.of(), Rule.IMPOSSIBLE, false);

  /** Nothing more is to be written. */
  static final Rule EMPTY = new Literal(new byte[0], 0);

  private Rules() {}
}
