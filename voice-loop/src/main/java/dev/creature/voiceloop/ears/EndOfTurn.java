package dev.creature.voiceloop.ears;

/** Judges from the sound of a turn whether its speaker has finished. */
@FunctionalInterface
public interface EndOfTurn {
  /**
   * Judges.
   *
   * @param turn the turn so far, from a little before its first word; mono, 16 kHz
   * @return probability that it is complete, 0 to 1
   */
  double probability(float[] turn);
}
