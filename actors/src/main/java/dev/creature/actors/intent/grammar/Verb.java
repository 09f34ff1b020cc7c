package dev.creature.actors.intent.grammar;

import dev.creature.actors.task.Reversibility;

/**
 * An entry of {@code verbs.txt}.
 *
 * @param base with its particle, such as {@code pick up}
 */
record Verb(String base, Frame frame, Evidence evidence, Reversibility reversibility) {
  /** How much else it takes to believe that a deed is asked for. */
  enum Evidence {
    STRONG,
    MEDIUM,
    WEAK,
    SLIGHT,
    /** No verb of the field, perhaps none at all: only counts when the sense is sure. */
    DOUBTED,
    /** Known, so that its clause can be read, but asks for no deed. */
    NONE
  }

  /** The verb alone. */
  String head() {
    int space = base.indexOf(' ');
    return space < 0 ? base : base.substring(0, space);
  }

  boolean hasParticle() {
    return base.indexOf(' ') >= 0;
  }
}
