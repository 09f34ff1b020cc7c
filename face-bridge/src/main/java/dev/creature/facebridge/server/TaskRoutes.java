package dev.creature.facebridge.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.creature.actors.desk.DeskCommand;
import dev.creature.actors.desk.DeskReply;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.TaskId;
import dev.creature.facebridge.socket.SocketText;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Scheduler;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/** Tasks, stop and release over HTTP, as the desk answers them. */
final class TaskRoutes {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int LONGEST_SLOT = 200;

  private final Supplier<Optional<ActorRef<DeskCommand>>> desk;
  private final Scheduler scheduler;

  TaskRoutes(Supplier<Optional<ActorRef<DeskCommand>>> desk, Scheduler scheduler) {
    this.desk = desk;
    this.scheduler = scheduler;
  }

  /** {@code POST /v1/tasks}. */
  CompletionStage<HttpResponse> submit(String body) {
    Optional<ObjectNode> parsed = SocketText.parse(body);
    if (parsed.isEmpty()) {
      return done(Problem.badInput("expected a JSON object with a verb"));
    }
    try {
      PhysicalTask task = task(parsed.get());
      Optional<TaskId> id = slot(parsed.get(), "id").map(TaskId::new);
      return ask(replyTo -> new DeskCommand.Submit(task, id, replyTo), 202);
    } catch (IllegalArgumentException bad) {
      return done(Problem.badInput(String.valueOf(bad.getMessage())));
    }
  }

  /** {@code GET /v1/tasks}. */
  CompletionStage<HttpResponse> all() {
    return ask(DeskCommand.LookAll::new, 200);
  }

  /** {@code GET /v1/tasks/{id}}. */
  CompletionStage<HttpResponse> look(String id) {
    return named(id, task -> ask(replyTo -> new DeskCommand.Look(task, replyTo), 200));
  }

  /** {@code DELETE /v1/tasks/{id}}. */
  CompletionStage<HttpResponse> cancel(String id) {
    return named(id, task -> ask(replyTo -> new DeskCommand.Cancel(task, replyTo), 202));
  }

  /** {@code POST /v1/stop}. */
  CompletionStage<HttpResponse> stop() {
    return ask(DeskCommand.Stop::new, 200);
  }

  /** {@code POST /v1/release}. */
  CompletionStage<HttpResponse> release() {
    return ask(DeskCommand.Release::new, 200);
  }

  private CompletionStage<HttpResponse> named(
      String id, Function<TaskId, CompletionStage<HttpResponse>> then) {
    try {
      return then.apply(new TaskId(id));
    } catch (IllegalArgumentException bad) {
      return done(Problem.badInput(String.valueOf(bad.getMessage())));
    }
  }

  private CompletionStage<HttpResponse> ask(
      Function<ActorRef<DeskReply>, DeskCommand> question, int success) {
    return desk.get()
        .map(attached ->
            AskPattern.<DeskCommand, DeskReply>ask(attached, question::apply, PATIENCE, scheduler)
                .thenApply(reply -> answer(reply, success))
                .exceptionally(_ ->
                    new Problem(504, "no answer", "the body's desk did not answer in time")
                        .response()))
        .orElseGet(() ->
            done(
                new Problem(
                    503, "no body is attached", "attach a body, or start a simulated one")));
  }

  private static HttpResponse answer(DeskReply reply, int success) {
    return switch (reply) {
      case DeskReply.TaskView view -> Answers.json(success, node(view).toString());
      case DeskReply.Tasks(var tasks) -> {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        tasks.forEach(view -> all.add(node(view)));
        yield Answers.json(JsonNodeFactory.instance.objectNode().set("tasks", all));
      }
      case DeskReply.Unknown(TaskId id) ->
          new Problem(404, "not found", "there is no task " + id).response();
      case DeskReply.Refused(String reason) -> new Problem(409, "refused", reason).response();
      case DeskReply.Stopped(double after) ->
          Answers.json(
              JsonNodeFactory.instance.objectNode().put("stopped", true).put("afterMs", after));
      case DeskReply.Released _ ->
          Answers.json(JsonNodeFactory.instance.objectNode().put("stopped", false));
    };
  }

  private static ObjectNode node(DeskReply.TaskView view) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", view.id().value());
    node.put("state", view.state().name().toLowerCase(Locale.ROOT));
    node.put("verb", view.task().verb());
    view.task().object().ifPresent(value -> node.put("object", value));
    view.task().target().ifPresent(value -> node.put("target", value));
    view.task().source().ifPresent(value -> node.put("source", value));
    ObjectNode arguments = node.putObject("arguments");
    view.task().arguments().forEach(arguments::put);
    return node.put("note", view.note());
  }

  private static PhysicalTask task(ObjectNode body) {
    SequencedMap<String, String> arguments = new TreeMap<>();
    JsonNode given = body.path("arguments");
    if (!given.isMissingNode() && !given.isObject()) {
      throw new IllegalArgumentException("arguments is an object of texts");
    }
    for (Map.Entry<String, JsonNode> argument : given.properties()) {
      if (!argument.getValue().isValueNode()) {
        throw new IllegalArgumentException("arguments." + argument.getKey() + " is a text");
      }
      arguments.put(argument.getKey(), argument.getValue().asText());
    }
    return new PhysicalTask(
        slot(body, "verb").orElseThrow(() -> new IllegalArgumentException("verb is missing")),
        slot(body, "object"),
        slot(body, "target"),
        slot(body, "source"),
        arguments);
  }

  private static Optional<String> slot(ObjectNode body, String name) {
    JsonNode value = body.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual() || value.asText().isBlank() || value.asText().length() > LONGEST_SLOT) {
      throw new IllegalArgumentException(name + " is a text of 1 to " + LONGEST_SLOT + " letters");
    }
    return Optional.of(value.asText().strip());
  }

  private static CompletionStage<HttpResponse> done(Problem problem) {
    return CompletableFuture.completedFuture(problem.response());
  }
}
