package dev.creature.deploy.doctor;

/** What the doctor thinks of a stage. */
public enum Verdict {
  OK,
  /** It runs, but not as well as it could. */
  WARNING,
  /** It does not run so. */
  FAILED
}
