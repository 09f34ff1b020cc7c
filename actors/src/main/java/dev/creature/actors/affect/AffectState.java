package dev.creature.actors.affect;

import java.util.Map;

/**
 * What the creature feels at a moment.
 *
 * @param feeling where it is
 * @param emotion the label that is shown
 * @param atMillis when
 * @param emotionSinceMillis since when the label is shown
 * @param lastFelt when each stimulus last had an effect
 */
public record AffectState(
    Feeling feeling,
    String emotion,
    long atMillis,
    long emotionSinceMillis,
    Map<String, Long> lastFelt) {
  public AffectState {
    lastFelt = Map.copyOf(lastFelt);
  }
}
