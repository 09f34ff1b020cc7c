package dev.creature.deploy.command;

/**
 * What the launcher found out about where output goes; Java itself can't tell for standard error.
 */
final class Terminal {
  private Terminal() {}

  /** Whether a person watches standard error, so that a line may change while it is looked at. */
  static boolean isStandardError() {
    return Boolean.getBoolean("creature.terminal");
  }
}
