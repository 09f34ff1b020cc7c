package dev.creature.actors.intent;

/** What the policy says to a deed. */
public enum Permission {
  /** It may be done. */
  ALLOW,
  /** It may be done after a yes that names it. */
  CONFIRM,
  /** It is not done. */
  DENY
}
