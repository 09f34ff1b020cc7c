package dev.creature.tools.simulator.scene;

/** A world file that can't be used: the message names the file, the line, and what is wrong. */
public final class BadWorldFile extends RuntimeException {
  private static final long serialVersionUID = 1;

  public BadWorldFile(String message) {
    super(message);
  }
}
