package dev.creature.actors.intent.grammar;

import dev.creature.actors.intent.Reading;
import dev.creature.actors.task.PhysicalTask;
import java.util.stream.Collectors;

/** Tasks as "verb object > target < source; …". */
final class Said {
  private Said() {}

  static String of(Reading reading) {
    return reading.tasks().stream().map(read -> of(read.task())).collect(Collectors.joining("; "));
  }

  static String of(PhysicalTask task) {
    return task.verb()
        + task.object().map(object -> " " + object).orElse("")
        + task.target().map(target -> " > " + target).orElse("")
        + task.source().map(source -> " < " + source).orElse("");
  }
}
