package dev.creature.deploy.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A headless browser with a made-up microphone, driven by the DevTools protocol. */
final class Chromium implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int PATIENCE_SECONDS = 30;

  private final Process process;
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebSocket page;
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final AtomicInteger next = new AtomicInteger();

  private Chromium(Process process, int port) throws Exception {
    this.process = process;
    JsonNode tab =
        MAPPER.readTree(
            client
                .send(
                    HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/json/new?about:blank"))
                        .PUT(HttpRequest.BodyPublishers.noBody())
                        .build(),
                    HttpResponse.BodyHandlers.ofString())
                .body());
    page =
        client
            .newWebSocketBuilder()
            .buildAsync(URI.create(tab.path("webSocketDebuggerUrl").asText()), new Answers())
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** The program, where it is installed. */
  static Optional<Path> program() {
    return Installed.program("chromium", "chromium-browser", "google-chrome");
  }

  /**
   * Starts it.
   *
   * @param microphone a WAV file that it hears, once
   * @param profile an empty folder
   * @param more options of the browser's own
   */
  static Chromium start(Path program, Path microphone, Path profile, String... more)
      throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--remote-debugging-port=0",
                "--remote-allow-origins=*",
                "--user-data-dir=" + profile,
                "--autoplay-policy=no-user-gesture-required",
                "--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream",
                "--use-file-for-fake-audio-capture=" + microphone + "%noloop"));
    command.addAll(List.of(more));
    command.add("about:blank");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(profile.resolve("log.txt").toFile())
            .start();
    return new Chromium(process, port(process, profile.resolve("DevToolsActivePort")));
  }

  private static int port(Process process, Path file) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end && process.isAlive()) {
      if (Files.exists(file)) {
        List<String> lines = Files.readAllLines(file);
        if (!lines.isEmpty()) {
          return Integer.parseInt(lines.getFirst());
        }
      }
      process.waitFor(50, TimeUnit.MILLISECONDS);
    }
    throw new IOException("the browser did not start");
  }

  void open(String url) throws Exception {
    ask("Page.navigate", MAPPER.createObjectNode().put("url", url));
  }

  /** What an expression of the page gives, promises awaited. */
  JsonNode evaluate(String expression) throws Exception {
    JsonNode result =
        ask(
            "Runtime.evaluate",
            MAPPER
                .createObjectNode()
                .put("expression", expression)
                .put("awaitPromise", true)
                .put("returnByValue", true));
    if (result.has("exceptionDetails")) {
      throw new IllegalStateException(result.path("exceptionDetails").toString());
    }
    return result.at("/result/value");
  }

  /**
   * Waits until a condition holds in the page, and answers what the body of a function gives there.
   * The body may wait for more by {@code await until(() => …)}.
   */
  JsonNode when(String condition, String body) throws Exception {
    return evaluate(
        """
        (async () => {
          const until = async (holds, seconds = 20) => {
            for (let i = 0; i < seconds * 20; i++) {
              try { if (holds()) return; } catch {}
              await new Promise(done => setTimeout(done, 50));
            }
            throw new Error('it never came to that: ' + holds);
          };
          await until(() => %s);
          %s
        })()
        """
            .formatted(condition, body));
  }

  /** As large as this, in CSS pixels. */
  void size(int width, int height) throws Exception {
    ask(
        "Emulation.setDeviceMetricsOverride",
        MAPPER
            .createObjectNode()
            .put("width", width)
            .put("height", height)
            .put("deviceScaleFactor", 1)
            .put("mobile", width < 600));
  }

  /** What the user asked of the system, such as {@code prefers-reduced-motion: reduce}. */
  void prefers(Map<String, String> features) throws Exception {
    ObjectNode media = MAPPER.createObjectNode();
    features.forEach((name, value) ->
        media.withArray("features").addObject().put("name", name).put("value", value));
    ask("Emulation.setEmulatedMedia", media);
  }

  /** Runs a script in each page that is opened from now on, before the page's own. */
  void first(String script) throws Exception {
    ask("Page.enable", MAPPER.createObjectNode());
    ask("Page.addScriptToEvaluateOnNewDocument", MAPPER.createObjectNode().put("source", script));
  }

  /** From now on keeps all that goes over its network. */
  void watchNetwork() throws Exception {
    ask("Network.enable", MAPPER.createObjectNode());
  }

  /** What happened of a kind, such as {@code Network.requestWillBeSent}, since it is watched. */
  List<JsonNode> happened(String method) {
    return events.stream()
        .filter(event -> event.path("method").asText().equals(method))
        .map(event -> event.path("params"))
        .toList();
  }

  /** Presses a key and lets it go. */
  void press(String key, int code) throws Exception {
    for (String type : List.of("keyDown", "keyUp")) {
      ask(
          "Input.dispatchKeyEvent",
          MAPPER
              .createObjectNode()
              .put("type", type)
              .put("text", type.equals("keyDown") && key.equals("Enter") ? "\r" : "")
              .put("key", key)
              .put("code", key)
              .put("windowsVirtualKeyCode", code));
    }
  }

  /** What a screen reader finds: role and name of everything. */
  JsonNode accessibility() throws Exception {
    return ask("Accessibility.getFullAXTree", MAPPER.createObjectNode()).path("nodes");
  }

  private JsonNode ask(String method, ObjectNode parameters) throws Exception {
    int id = next.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    ObjectNode message = MAPPER.createObjectNode().put("id", id).put("method", method);
    message.set("params", parameters);
    page.sendText(message.toString(), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return answer.get(2L * PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws InterruptedException {
    page.abort();
    client.shutdownNow();
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    process.destroy();
    if (!process.waitFor(5, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    all.forEach(ProcessHandle::destroyForcibly);
  }

  private final class Answers implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        try {
          JsonNode message = MAPPER.readTree(text.toString());
          CompletableFuture<JsonNode> waiting = answers.remove(message.path("id").asInt());
          if (waiting != null) {
            waiting.complete(message.path("result"));
          } else if (message.has("method")) {
            events.add(message);
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        text.setLength(0);
      }
      socket.request(1);
      return CompletableFuture.completedFuture("");
    }
  }
}
