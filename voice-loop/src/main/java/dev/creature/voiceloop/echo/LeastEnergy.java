package dev.creature.voiceloop.echo;

import java.util.Arrays;

/** The energy of noise: that of the quietest of the latest windows. Not thread-safe. */
final class LeastEnergy {
  private final double[] energies;
  private int next;

  /**
   * Nothing was heard yet.
   *
   * @param windows that are remembered
   */
  LeastEnergy(int windows) {
    energies = new double[windows];
    Arrays.fill(energies, Double.MAX_VALUE);
  }

  void accept(double energy) {
    energies[next] = energy;
    next = (next + 1) % energies.length;
  }

  /** What it is, once there was a window. */
  double energy() {
    double least = energies[0];
    for (double energy : energies) {
      least = Math.min(least, energy);
    }
    return least;
  }
}
