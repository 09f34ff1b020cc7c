package dev.creature.voiceloop.echo;

import java.util.Arrays;

/** The energy of noise: that of the quietest window of the last two seconds. Not thread-safe. */
final class LeastEnergy {
  private static final int WINDOWS = 64;

  private final double[] energies = new double[WINDOWS];
  private int next;

  LeastEnergy() {
    Arrays.fill(energies, Double.MAX_VALUE);
  }

  void accept(double energy) {
    energies[next] = energy;
    next = (next + 1) % WINDOWS;
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
