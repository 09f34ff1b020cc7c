package dev.creature.deploy.command;

import dev.creature.actors.intent.Permission;
import dev.creature.actors.intent.Reading;
import dev.creature.actors.intent.Reading.ReadTask;
import dev.creature.actors.task.PhysicalTask;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code tap}.
 *
 * @param tasks those that would be dispatched, in order
 * @param policy the strictest answer to any of them, or {@code none}
 */
record TapLine(String text, List<Task> tasks, boolean stop, boolean release, String policy) {
  /** A task of such a line; slots that were not filled are null, arguments are left out. */
  record Task(
      String verb,
      @Nullable String object,
      @Nullable String target,
      @Nullable String source,
      String state,
      double confidence,
      String reversibility,
      Map<String, String> arguments) {}

  /** A rung of {@code tap --words}. */
  record Rung(
      long t,
      String type,
      String id,
      String state,
      String verb,
      @Nullable String object,
      @Nullable String target,
      @Nullable String source) {}

  /** The line of an input that cannot be read. */
  record Wrong(int line, String error) {}

  static TapLine of(Reading reading, List<Permission> permissions) {
    List<Task> tasks = reading.tasks().stream().map(TapLine::task).toList();
    String policy =
        permissions.stream()
            .max(Permission::compareTo)
            .map(strictest -> strictest.name().toLowerCase(Locale.ROOT))
            .orElse("none");
    return new TapLine(reading.text(), tasks, reading.stop(), reading.release(), policy);
  }

  private static Task task(ReadTask read) {
    PhysicalTask task = read.task();
    return new Task(
        task.verb(),
        task.object().orElse(null),
        task.target().orElse(null),
        task.source().orElse(null),
        "committed",
        Math.round(read.confidence() * 100) / 100.0,
        read.reversibility().name().toLowerCase(Locale.ROOT),
        task.arguments());
  }
}
