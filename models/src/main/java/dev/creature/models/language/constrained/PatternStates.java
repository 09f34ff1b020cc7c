package dev.creature.models.language.constrained;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A pattern as a table: in each state, the next for each character. Immutable. */
final class PatternStates {
  static final int DEAD = -1;
  private static final int MOST_STATES = 512;
  private static final int CHARACTERS = 128;

  private final List<int[]> next = new ArrayList<>();
  private final BitSet accepting = new BitSet();

  private PatternStates() {}

  /**
   * Of a regular expression.
   *
   * @throws UnsupportedSchema when it holds something else than {@link PatternReader} knows
   */
  static PatternStates of(String pattern) {
    PatternNet net = PatternReader.read(pattern);
    PatternStates states = new PatternStates();
    Map<BitSet, Integer> known = new HashMap<>();
    List<BitSet> places = new ArrayList<>();
    states.number(net.start(), known, places);
    for (int state = 0; state < places.size(); state++) {
      int[] row = new int[CHARACTERS];
      Arrays.fill(row, DEAD);
      for (int character = ' '; character < CHARACTERS; character++) {
        BitSet to = net.after(places.get(state), character);
        if (!to.isEmpty()) {
          row[character] = states.number(to, known, places);
        }
      }
      states.next.add(row);
      states.accepting.set(state, net.ends(places.get(state)));
    }
    return states;
  }

  private int number(BitSet set, Map<BitSet, Integer> known, List<BitSet> places) {
    return known.computeIfAbsent(
        set,
        fresh -> {
          if (places.size() == MOST_STATES) {
            throw new UnsupportedSchema("a pattern of that size");
          }
          places.add(fresh);
          return places.size() - 1;
        });
  }

  int after(int state, int octet) {
    return octet < CHARACTERS ? next.get(state)[octet] : DEAD;
  }

  boolean accepts(int state) {
    return accepting.get(state);
  }

  /** Length of the shortest text that ends here and has at least so many characters. */
  int shortest(int state, int fewest) {
    BitSet here = new BitSet();
    here.set(state);
    // Past the states there are, a longer text goes in circles: a shorter one does as well.
    for (int length = 0; length <= fewest + next.size(); length++) {
      if (length >= fewest && here.intersects(accepting)) {
        return length;
      }
      BitSet further = new BitSet();
      here.stream()
          .forEach(from -> {
            for (int to : next.get(from)) {
              if (to != DEAD) {
                further.set(to);
              }
            }
          });
      here = further;
    }
    return Rule.IMPOSSIBLE;
  }
}
