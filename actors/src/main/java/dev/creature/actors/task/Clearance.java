package dev.creature.actors.task;

/** What the policy said about a task before it was written down. */
public enum Clearance {
  /** May start. */
  ALLOWED,
  /** May start after a yes that names it. */
  NEEDS_CONFIRMATION,
  /** May not start. */
  DENIED
}
