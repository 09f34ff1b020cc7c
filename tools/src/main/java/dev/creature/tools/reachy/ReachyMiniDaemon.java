package dev.creature.tools.reachy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The daemon's HTTP, as far as this body needs it. Nothing blocks; a failure's message is told. */
final class ReachyMiniDaemon implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final JsonMapper JSON = new JsonMapper();

  private final URI address;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /**
   * The daemon there.
   *
   * @param address such as {@code http://reachy-mini.local:8000}
   */
  ReachyMiniDaemon(URI address) {
    this.address = address;
  }

  /** Begins a movement; gives its id. */
  CompletableFuture<String> go(Pose pose) {
    ObjectNode body = JSON.createObjectNode();
    body.putObject("head_pose")
        .put("x", 0.0)
        .put("y", 0.0)
        .put("z", 0.0)
        .put("roll", pose.roll())
        .put("pitch", pose.pitch())
        .put("yaw", pose.yaw());
    body.putArray("antennas").add(pose.right()).add(pose.left());
    body.put("body_yaw", pose.bodyYaw());
    body.put("duration", pose.duration().toMillis() / 1000.0);
    return post("/api/move/goto", body)
        .thenApply(it -> {
          String uuid = it.path("uuid").asText("");
          if (uuid.isEmpty()) {
            throw new IllegalStateException("my robot answered without a movement's id");
          }
          return uuid;
        });
  }

  /** Ends a movement where it is. */
  CompletableFuture<Void> stop(String uuid) {
    return post("/api/move/stop", JSON.createObjectNode().put("uuid", uuid)).thenAccept(_ -> {});
  }

  /** Whether this movement still runs. */
  CompletableFuture<Boolean> isRunning(String uuid) {
    return running().thenApply(it -> it.findValuesAsText("uuid").contains(uuid));
  }

  /** Ends whatever moves. */
  CompletableFuture<Void> stopAll() {
    return running()
        .thenCompose(it ->
            CompletableFuture.allOf(
                it.findValuesAsText("uuid").stream()
                    .map(this::stop)
                    .toArray(CompletableFuture[]::new)));
  }

  private CompletableFuture<JsonNode> running() {
    return send(request("/api/move/running").GET().build());
  }

  private CompletableFuture<JsonNode> post(String path, ObjectNode body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
  }

  private CompletableFuture<JsonNode> send(HttpRequest request) {
    return client
        .sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .handle((answer, thrown) -> {
          if (thrown != null) {
            throw new IllegalStateException("I can't reach my robot");
          }
          if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("my robot refused (" + answer.statusCode() + ")");
          }
          try {
            return JSON.readTree(answer.body());
          } catch (JsonProcessingException _) {
            throw new IllegalStateException("my robot answered nonsense");
          }
        });
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
