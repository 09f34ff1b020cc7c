package dev.creature.models.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** What waits in each lane, in the order in which it is to be taken. Not thread-safe. */
final class WaitingLanes<T> {
  private final Map<Lane, SequencedMap<String, ArrayDeque<T>>> waiting = new EnumMap<>(Lane.class);

  void add(Lane lane, String conversation, T work) {
    in(lane).computeIfAbsent(conversation, _ -> new ArrayDeque<>()).add(work);
  }

  /** The next of a lane: each conversation has its turn. */
  Optional<T> take(Lane lane) {
    SequencedMap<String, ArrayDeque<T>> conversations = in(lane);
    Map.Entry<String, ArrayDeque<T>> first = conversations.pollFirstEntry();
    if (first == null) {
      return Optional.empty();
    }
    ArrayDeque<T> works = first.getValue();
    T work = works.remove();
    if (!works.isEmpty()) {
      // Back to the end of the round.
      conversations.putLast(first.getKey(), works);
    }
    return Optional.of(work);
  }

  List<T> takeAll() {
    List<T> all = new ArrayList<>();
    waiting.values().forEach(lane -> lane.values().forEach(all::addAll));
    waiting.clear();
    return all;
  }

  int count(Lane lane) {
    return in(lane).values().stream().mapToInt(ArrayDeque::size).sum();
  }

  private SequencedMap<String, ArrayDeque<T>> in(Lane lane) {
    return waiting.computeIfAbsent(lane, _ -> new LinkedHashMap<>());
  }
}
