package dev.creature.tools.physical;

/** What a tool was given, or gives, does not fit its schema: the message says where and why. */
public final class BadToolInput extends RuntimeException {
  private static final long serialVersionUID = 1;

  public BadToolInput(String message) {
    super(message);
  }
}
