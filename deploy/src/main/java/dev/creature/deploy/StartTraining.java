package dev.creature.deploy;

import dev.creature.deploy.command.CreatureCommand;
import dev.creature.deploy.node.DataFolder;
import dev.creature.deploy.node.Node;
import dev.creature.facebridge.server.WebServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Goes through what every start does, so that the launcher can have Java remember the classes: see
 * {@code bin/creature}. Leaves nothing behind, and ends within half a minute whatever happens.
 */
public final class StartTraining {
  private static final List<List<String>> STARTS =
      List.of(List.of("--help"), List.of("help", "models"), List.of("models", "list", "--json"));
  private static final int PATIENCE_SECONDS = 20;

  private StartTraining() {}

  public static void main(String[] arguments) throws Exception {
    CompletableFuture<Void> node = CompletableFuture.runAsync(StartTraining::node);
    for (List<String> start : STARTS) {
      CreatureCommand.commandLine().execute(start.toArray(String[]::new));
    }
    int code = node.handle((_, failed) -> failed == null ? 0 : 1).get(25, TimeUnit.SECONDS);
    // A thread that is left over must not keep the user's first start waiting.
    System.exit(code);
  }

  /** A node that shows its page and one face frame to this machine only. */
  private static void node() {
    try {
      Path folder = Files.createTempDirectory("creature-training");
      try (Node node =
              Node.start(
                  new WebServer.Listen("127.0.0.1", 0, 0), DataFolder.open(folder), List.of());
          HttpClient client = HttpClient.newHttpClient()) {
        look(client, node.localUrl());
        client.shutdownNow();
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void look(HttpClient client, String url) throws Exception {
    client.send(
        HttpRequest.newBuilder(URI.create(url + "/")).build(),
        HttpResponse.BodyHandlers.discarding());
    CompletableFuture<Void> seen = new CompletableFuture<>();
    WebSocket face =
        client
            .newWebSocketBuilder()
            .buildAsync(
                URI.create(url.replace("http", "ws") + "/v1/face"),
                new WebSocket.Listener() {
                  @Override
                  public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean l) {
                    seen.complete(null);
                    return CompletableFuture.completedFuture(null);
                  }
                })
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    seen.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    face.abort();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
