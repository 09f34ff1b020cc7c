package dev.creature.reasoning.policy;

import java.util.Locale;

/** Whose words ask for a deed. */
public enum Asker {
  /** Somebody on a paired device, or at the machine itself. */
  OWNER,
  /** Somebody on a device that is not paired. */
  UNPAIRED,
  /** The creature itself. */
  OWN_VOICE;

  /** As it is written in rules and in the log. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
