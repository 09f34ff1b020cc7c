package dev.creature.actors.affect;

import java.util.HashMap;
import java.util.Map;

/**
 * What happenings make of a feeling, and what time makes of it: pure functions over {@link
 * AffectState}.
 *
 * <p>Valence and arousal fall back to the baseline by halves. The label is the nearest of the
 * table's, but changes at most once in its shortest time, and only for one that fits clearly
 * better.
 */
public final class AffectMachine {
  private final AffectTable table;

  /** By this table. */
  public AffectMachine(AffectTable table) {
    this.table = table;
  }

  /** At rest. */
  public AffectState rest(long atMillis) {
    return new AffectState(
        table.baseline(), nearest(table.baseline()), atMillis, atMillis, Map.of());
  }

  /** Time goes on; a time before the state's own changes nothing. */
  public AffectState at(AffectState state, long nowMillis) {
    if (nowMillis <= state.atMillis()) {
      return state;
    }
    double left = Math.pow(0.5, (nowMillis - state.atMillis()) / (double) table.halfLifeMillis());
    return labelled(
        new AffectState(
            table.baseline().towards(state.feeling(), left),
            state.emotion(),
            nowMillis,
            state.emotionSinceMillis(),
            state.lastFelt()));
  }

  /** Something happens; what the table does not know, or knows as too soon, does nothing. */
  public AffectState felt(AffectState before, String stimulus, long nowMillis) {
    AffectState state = at(before, nowMillis);
    AffectTable.Stimulus push = table.stimuli().get(stimulus);
    if (push == null) {
      return state;
    }
    Long last = state.lastFelt().get(stimulus);
    if (last != null && state.atMillis() - last < push.refractoryMillis()) {
      return state;
    }
    Map<String, Long> lastFelt = new HashMap<>(state.lastFelt());
    lastFelt.put(stimulus, state.atMillis());
    return labelled(
        new AffectState(
            state.feeling().pushed(push.push()),
            state.emotion(),
            state.atMillis(),
            state.emotionSinceMillis(),
            lastFelt));
  }

  private AffectState labelled(AffectState state) {
    if (state.atMillis() - state.emotionSinceMillis() < table.shortestLabelMillis()) {
      return state;
    }
    String best = nearest(state.feeling());
    Feeling current = table.labels().get(state.emotion());
    if (best.equals(state.emotion())
        || (current != null
            && distance(state, best) > state.feeling().distance(current) - table.margin())) {
      return state;
    }
    return new AffectState(
        state.feeling(), best, state.atMillis(), state.atMillis(), state.lastFelt());
  }

  private double distance(AffectState state, String label) {
    Feeling place = table.labels().get(label);
    return place == null ? Double.MAX_VALUE : state.feeling().distance(place);
  }

  private String nearest(Feeling feeling) {
    String best = "neutral";
    double least = Double.MAX_VALUE;
    for (Map.Entry<String, Feeling> label : table.labels().entrySet()) {
      double distance = feeling.distance(label.getValue());
      if (distance < least) {
        least = distance;
        best = label.getKey();
      }
    }
    return best;
  }
}
