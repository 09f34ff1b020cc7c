package dev.creature.actors.intent.grammar;

import dev.creature.actors.intent.Reading.ReadTask;
import java.util.List;
import java.util.Set;

/**
 * Drops what somebody says twice in one breath: "grab the cup and bring it here. Grab the cup and
 * bring it here."
 */
final class Restatement {
  private static final Set<String> REPEATABLE =
      Set.of("turn", "go", "walk", "move", "step", "nod", "wave", "clap", "jump", "spin", "face");

  private Restatement() {}

  static void drop(List<ReadTask> tasks) {
    for (int length = tasks.size() / 2; length >= 1; length--) {
      for (int i = 0; i + 2 * length <= tasks.size(); i++) {
        boolean same = true;
        for (int k = 0; k < length && same; k++) {
          same = tasks.get(i + k).task().equals(tasks.get(i + length + k).task());
        }
        boolean deliberate =
            tasks.subList(i, i + length).stream()
                .allMatch(task -> REPEATABLE.contains(task.task().verb()));
        if (same && !deliberate) {
          tasks.subList(i + length, i + 2 * length).clear();
          i--;
        }
      }
    }
  }
}
