package dev.creature.deploy.configuration;

/** A configuration that cannot be used. The message is one line with file, line and key. */
public final class BadConfiguration extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadConfiguration(String message) {
    super(message);
  }
}
