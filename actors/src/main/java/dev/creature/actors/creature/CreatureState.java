package dev.creature.actors.creature;

import dev.creature.actors.Stored;
import dev.creature.actors.talk.Exchange;
import java.util.ArrayList;
import java.util.List;

/**
 * All that the creature knows by itself.
 *
 * @param memories oldest first, at most {@value #REMEMBERED}
 * @param openTasks by id
 * @param valence baseline, -1 to 1
 * @param arousal baseline, -1 to 1
 */
public record CreatureState(
    List<Memory> memories, List<String> openTasks, double valence, double arousal)
    implements Stored {
  static final int REMEMBERED = 200;
  static final CreatureState EMPTY = new CreatureState(List.of(), List.of(), 0, 0);

  /** Something that was said and heard. */
  public record Memory(String conversation, Exchange exchange, long atMillis) implements Stored {}

  public CreatureState {
    memories = List.copyOf(memories);
    openTasks = List.copyOf(openTasks);
  }

  boolean remembers(String conversation, int turn) {
    return memories.stream()
        .anyMatch(it -> it.conversation().equals(conversation) && it.exchange().turn() == turn);
  }

  CreatureState after(CreatureEvent event) {
    return switch (event) {
      case CreatureEvent.Remembered(String conversation, Exchange exchange, long at) -> {
        List<Memory> next = new ArrayList<>(memories);
        next.add(new Memory(conversation, exchange, at));
        yield new CreatureState(
            next.subList(Math.max(0, next.size() - REMEMBERED), next.size()),
            openTasks,
            valence,
            arousal);
      }
      case CreatureEvent.Tempered(double v, double a) ->
          new CreatureState(memories, openTasks, v, a);
      case CreatureEvent.TaskChanged(String task, boolean open) -> {
        List<String> next = new ArrayList<>(openTasks);
        next.remove(task);
        if (open) {
          next.add(task);
        }
        yield new CreatureState(memories, next, valence, arousal);
      }
      case CreatureEvent.Forgot(String conversation) ->
          new CreatureState(
              memories.stream().filter(it -> !it.conversation().equals(conversation)).toList(),
              openTasks,
              valence,
              arousal);
    };
  }
}
