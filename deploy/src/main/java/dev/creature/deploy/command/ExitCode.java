package dev.creature.deploy.command;

/** What a command's exit code means to the script that called it. */
public enum ExitCode {
  DONE(0),
  /** It was asked rightly and could not be done. */
  FAILED(1),
  /** A wrong option, or input that cannot be used. */
  WRONG_USE(2),
  /** A program, a library or a model is missing on this machine. */
  MISSING(3);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The number that the process ends with. */
  public int code() {
    return code;
  }
}
