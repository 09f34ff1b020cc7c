package dev.creature.deploy.session;

/** A recorded session that cannot be used. The message names the file and says what is expected. */
public final class BadSession extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the file. */
  public BadSession(String message) {
    super(message);
  }
}
