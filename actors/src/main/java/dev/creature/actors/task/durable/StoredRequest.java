package dev.creature.actors.task.durable;

import dev.creature.actors.Stored;
import dev.creature.actors.task.Clearance;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.Reversibility;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskRequest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A {@link TaskRequest} as it is stored: flat, so that the vocabulary may be cut otherwise later.
 */
record StoredRequest(
    String id,
    String verb,
    Optional<String> object,
    Optional<String> target,
    Optional<String> source,
    Map<String, String> arguments,
    Reversibility reversibility,
    Clearance clearance,
    String reason,
    String origin,
    Optional<String> after)
    implements Stored {

  static StoredRequest of(TaskRequest request) {
    PhysicalTask what = request.what();
    return new StoredRequest(
        request.id().value(),
        what.verb(),
        what.object(),
        what.target(),
        what.source(),
        what.arguments(),
        request.reversibility(),
        request.clearance(),
        request.reason(),
        request.origin(),
        request.after().map(TaskId::value));
  }

  TaskRequest request() {
    return new TaskRequest(
        new TaskId(id),
        new PhysicalTask(verb, object, target, source, new TreeMap<>(arguments)),
        reversibility,
        clearance,
        reason,
        origin,
        after.map(TaskId::new));
  }
}
