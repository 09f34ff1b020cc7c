package dev.creature.models.language.constrained;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A pattern as steps from place to place, some of which need no character (Thompson). */
final class PatternNet {
  private static final int MOST_PLACES = 4_000;

  /** A piece of the net, from its beginning to its end. */
  record Part(int start, int end) {}

  private record Step(BitSet characters, int to) {}

  private final List<List<Step>> steps = new ArrayList<>();
  private final List<BitSet> free = new ArrayList<>();
  private Part whole = new Part(0, 0);

  /** What a text without escapes may hold. */
  static BitSet printable() {
    BitSet set = new BitSet();
    set.set(' ', '~' + 1);
    set.clear('"');
    set.clear('\\');
    return set;
  }

  private int place() {
    if (steps.size() == MOST_PLACES) {
      throw new UnsupportedSchema("a pattern of that size");
    }
    steps.add(new ArrayList<>());
    free.add(new BitSet());
    return steps.size() - 1;
  }

  private void join(int from, int to) {
    free.get(from).set(to);
  }

  Part nothing() {
    int place = place();
    return new Part(place, place);
  }

  Part step(BitSet characters) {
    characters.and(printable());
    int start = place();
    int end = place();
    steps.get(start).add(new Step(characters, end));
    return new Part(start, end);
  }

  Part then(Part first, Part second) {
    join(first.end(), second.start());
    return new Part(first.start(), second.end());
  }

  Part either(Part one, Part other) {
    int start = place();
    int end = place();
    join(start, one.start());
    join(start, other.start());
    join(one.end(), end);
    join(other.end(), end);
    return new Part(start, end);
  }

  Part loop(Part part) {
    int place = place();
    join(place, part.start());
    join(part.end(), place);
    return new Part(place, place);
  }

  void finish(Part part) {
    whole = part;
  }

  /** Where one may be before any character. */
  BitSet start() {
    BitSet places = new BitSet();
    places.set(whole.start());
    return spread(places);
  }

  boolean ends(BitSet places) {
    return places.get(whole.end());
  }

  /** Where one may be behind a character; empty when it fits nowhere. */
  BitSet after(BitSet places, int character) {
    BitSet next = new BitSet();
    places.stream()
        .forEach(place ->
            steps.get(place).stream()
                .filter(step -> step.characters().get(character))
                .forEach(step -> next.set(step.to())));
    return spread(next);
  }

  private BitSet spread(BitSet places) {
    BitSet all = (BitSet) places.clone();
    BitSet fresh = (BitSet) places.clone();
    while (!fresh.isEmpty()) {
      BitSet reached = new BitSet();
      fresh.stream().forEach(place -> reached.or(free.get(place)));
      reached.andNot(all);
      all.or(reached);
      fresh = reached;
    }
    return all;
  }
}
