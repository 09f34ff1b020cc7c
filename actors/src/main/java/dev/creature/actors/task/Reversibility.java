package dev.creature.actors.task;

/** What it costs to have done a thing by mistake. */
public enum Reversibility {
  /** Can be undone at once, such as looking somewhere: may start on a hypothesis. */
  REVERSIBLE,
  /** Can be undone with effort, such as fetching something: starts when the turn has ended. */
  COSTLY,
  /** Cannot be undone, such as pouring or throwing away: needs a yes that names it. */
  IRREVERSIBLE
}
