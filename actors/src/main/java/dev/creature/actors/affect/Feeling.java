package dev.creature.actors.affect;

/**
 * A point in the plane of feelings.
 *
 * @param valence -1 (bad) to 1 (good)
 * @param arousal -1 (calm) to 1 (excited)
 */
public record Feeling(double valence, double arousal) {
  public Feeling {
    if (!(Math.abs(valence) <= 1 && Math.abs(arousal) <= 1)) {
      throw new IllegalArgumentException(
          "valence and arousal are from -1 to 1, not " + valence + ", " + arousal);
    }
  }

  /** Pushed, but never over the edge: the nearer to it, the less a push does. */
  Feeling pushed(Feeling by) {
    return new Feeling(pushed(valence, by.valence), pushed(arousal, by.arousal));
  }

  /** Part of the way to another, 0 to 1. */
  Feeling towards(Feeling other, double part) {
    return new Feeling(
        between(valence, other.valence, part), between(arousal, other.arousal, part));
  }

  double distance(Feeling other) {
    return Math.hypot(valence - other.valence, arousal - other.arousal);
  }

  private static double pushed(double from, double by) {
    double room = by > 0 ? 1 - from : 1 + from;
    // Half of the room is at most 1: a push from rest moves as far as the table says.
    return Math.clamp(from + by * Math.min(1, room), -1.0, 1.0);
  }

  private static double between(double from, double to, double part) {
    return Math.clamp(from + (to - from) * part, -1.0, 1.0);
  }
}
