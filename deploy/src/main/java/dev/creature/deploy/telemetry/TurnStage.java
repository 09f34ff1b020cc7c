package dev.creature.deploy.telemetry;

import java.util.Locale;

/** A stretch of the way from the user's last sound to the reply's first. */
public enum TurnStage {
  /** From the user's last sound until the words are known and the pause is noticed. */
  EAR,
  /** Until the creature takes the turn. */
  TURN,
  /** Until the first words of the reply; nothing where they were ready. */
  BRAIN,
  /** Until the first sound of it leaves for the listener. */
  MOUTH,
  /** Until the listener hears it. */
  PLAYOUT;

  /** As it is called in figures. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
