package dev.creature.deploy.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskState;
import dev.creature.actors.task.TaskStatus;
import dev.creature.tools.physical.Reversibilities;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The tasks of a creature that runs on this machine, over the plain HTTP that it offers to the
 * machine itself. All calls block, at most {@link #PATIENCE}.
 *
 * @param address such as {@code http://localhost:8080}
 */
public record RunningNode(URI address) {
  private static final String FILE = "node.url";
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private static final JsonMapper JSON = new JsonMapper();

  /** Why the creature did not do it, in words for whoever asked. */
  public static final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    Refusal(String message) {
      super(message);
    }
  }

  /** Leaves the address in a data folder, for others on this machine. */
  public static void announce(Path dataFolder, String address) throws IOException {
    Files.writeString(dataFolder.resolve(FILE), address);
  }

  /** Takes the address away again. */
  public static void withdraw(Path dataFolder) throws IOException {
    Files.deleteIfExists(dataFolder.resolve(FILE));
  }

  /** The creature that runs on a data folder; empty where none answers. */
  public static Optional<RunningNode> on(Path dataFolder) {
    try {
      RunningNode node =
          new RunningNode(URI.create(Files.readString(dataFolder.resolve(FILE)).strip()));
      return node.send("GET", "/healthz", "").statusCode() == 200
          ? Optional.of(node)
          : Optional.empty();
    } catch (IOException | Refusal | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** Hands a task in; the creature's own policy decides. */
  public TaskStatus submit(TaskId id, PhysicalTask what) throws Refusal {
    ObjectNode body = JSON.createObjectNode().put("id", id.value()).put("verb", what.verb());
    what.object().ifPresent(it -> body.put("object", it));
    what.target().ifPresent(it -> body.put("target", it));
    what.source().ifPresent(it -> body.put("source", it));
    ObjectNode arguments = body.putObject("arguments");
    what.arguments().forEach(arguments::put);
    return status(ask("POST", "/v1/tasks", body.toString()));
  }

  /** How a task stands. */
  public TaskStatus look(TaskId id) throws Refusal {
    return status(ask("GET", "/v1/tasks/" + id.value(), ""));
  }

  /** All that it knows, newest first. */
  public List<TaskStatus> all() throws Refusal {
    List<TaskStatus> all = new ArrayList<>();
    for (JsonNode task : ask("GET", "/v1/tasks", "").path("tasks")) {
      all.addFirst(status(task));
    }
    return all;
  }

  /** Takes a task back. */
  public TaskStatus cancel(TaskId id) throws Refusal {
    return status(ask("DELETE", "/v1/tasks/" + id.value(), ""));
  }

  /** Halts the body. Gives the milliseconds until it stood. */
  public double stop() throws Refusal {
    return ask("POST", "/v1/stop", "{}").path("afterMs").asDouble();
  }

  /** Lets it move again. */
  public void release() throws Refusal {
    JsonNode _ = ask("POST", "/v1/release", "{}");
  }

  private JsonNode ask(String method, String path, String body) throws Refusal {
    HttpResponse<String> response = send(method, path, body);
    try {
      JsonNode answer = JSON.readTree(response.body());
      if (response.statusCode() / 100 != 2) {
        throw new Refusal(answer.path("detail").asText(answer.path("title").asText("it refused")));
      }
      return answer;
    } catch (JsonProcessingException e) {
      throw new Refusal("the creature answers no JSON (HTTP " + response.statusCode() + ")");
    }
  }

  private HttpResponse<String> send(String method, String path, String body) throws Refusal {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new Refusal("the creature at " + address + " does not answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("interrupted");
    }
  }

  private static TaskStatus status(JsonNode node) {
    TreeMap<String, String> arguments = new TreeMap<>();
    node.path("arguments")
        .properties()
        .forEach(it -> arguments.put(it.getKey(), it.getValue().asText()));
    PhysicalTask what =
        new PhysicalTask(
            node.path("verb").asText("do"),
            slot(node, "object"),
            slot(node, "target"),
            slot(node, "source"),
            arguments);
    TaskState state = TaskState.valueOf(node.path("state").asText().toUpperCase(Locale.ROOT));
    return new TaskStatus(
        new TaskId(node.path("id").asText()),
        what,
        Reversibilities.of(what),
        state,
        node.path("note").asText(),
        state == TaskState.DONE ? 1 : 0,
        "http",
        0,
        0,
        true);
  }

  private static Optional<String> slot(JsonNode node, String name) {
    return Optional.of(node.path(name).asText("")).filter(it -> !it.isEmpty());
  }
}
