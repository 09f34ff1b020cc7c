package dev.creature.deploy.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A phone as its page behaves: remembers its session and the nodes, and goes to the next one when
 * its socket closes. Keeps the sound's times and the texts that it was told.
 */
public final class Phone implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Something that was told, and when. */
  public record Told(long nanos, JsonNode event) {}

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Told> told = new CopyOnWriteArrayList<>();
  private final List<Long> sounds = new CopyOnWriteArrayList<>();
  private final List<String> connects = new CopyOnWriteArrayList<>();
  private volatile List<String> nodes = new ArrayList<>();
  private volatile Optional<String> session = Optional.empty();
  // One sender alone: a socket refuses a message while another is on its way.
  private final Deque<String> texts = new ConcurrentLinkedDeque<>();
  private volatile boolean over;

  public Phone(String url) {
    nodes.add(url);
    Thread.ofVirtual().name("phone").start(this::run);
  }

  private void run() {
    int next = 0;
    while (!over) {
      List<String> known = nodes;
      String url = known.get(next % known.size());
      CompletableFuture<Void> closed = new CompletableFuture<>();
      try {
        WebSocket open =
            client
                .newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(1))
                .buildAsync(
                    URI.create(
                        url.replaceFirst("^http", "ws")
                            + "/v1/audio"
                            + session.map(key -> "?session=" + key).orElse("")),
                    new Ear(url, closed))
                .get(4, TimeUnit.SECONDS);
        while (!closed.isDone() && !over) {
          sendTexts(open);
          open.sendBinary(ByteBuffer.allocate(640), true).get(10, TimeUnit.SECONDS);
          Thread.sleep(20);
        }
      } catch (ExecutionException | TimeoutException lost) {
        // The next one, then.
      } catch (InterruptedException e) {
        return;
      }
      next++;
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private final class Ear implements WebSocket.Listener {
    private final String url;
    private final CompletableFuture<Void> closed;
    private final StringBuilder text = new StringBuilder();

    Ear(String url, CompletableFuture<Void> closed) {
      this.url = url;
      this.closed = closed;
    }

    @Override
    public void onOpen(WebSocket socket) {
      // Before anything is heard over it.
      connects.add(url);
      socket.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        try {
          JsonNode event = MAPPER.readTree(text.toString());
          text.setLength(0);
          hear(event);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
          throw new IllegalStateException(e);
        }
      }
      socket.request(1);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
      sounds.add(System.nanoTime());
      socket.request(1);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.complete(null);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      closed.complete(null);
    }
  }

  private void hear(JsonNode event) {
    switch (event.path("type").asText()) {
      case "session" -> session = Optional.of(event.path("session").asText());
      case "nodes" -> {
        List<String> urls = new ArrayList<>();
        event.path("nodes").forEach(node -> urls.add(node.path("localUrl").asText()));
        nodes = urls;
      }
      default -> {
        // Kept only.
      }
    }
    told.add(new Told(System.nanoTime(), event));
  }

  private void sendTexts(WebSocket open)
      throws ExecutionException, InterruptedException, TimeoutException {
    String text = texts.peekFirst();
    while (text != null) {
      open.sendText(text, true).get(10, TimeUnit.SECONDS);
      texts.removeFirst();
      text = texts.peekFirst();
    }
  }

  /** Types words, as soon as there is a link. */
  public void say(String words) {
    texts.add(MAPPER.createObjectNode().put("type", "say").put("text", words).toString());
  }

  /** Waits for something that was told after a moment. */
  public Told await(String type, String contains, long afterNanos, Duration patience)
      throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < until) {
      for (Told each : told) {
        if (each.nanos() >= afterNanos
            && each.event().path("type").asText().equals(type)
            && each.event().toString().contains(contains)) {
          return each;
        }
      }
      Thread.sleep(10);
    }
    throw new AssertionError("no " + type + " with " + contains + " among " + told);
  }

  public List<Told> told() {
    return List.copyOf(told);
  }

  public List<String> nodes() {
    return nodes;
  }

  public List<String> connects() {
    return List.copyOf(connects);
  }

  /** When the first sound came after a moment. */
  public long soundAfter(long nanos, Duration patience) throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < until) {
      Optional<Long> first = sounds.stream().filter(at -> at > nanos).findFirst();
      if (first.isPresent()) {
        return first.get();
      }
      Thread.sleep(5);
    }
    throw new AssertionError("no sound after " + patience + " among " + told);
  }

  @Override
  public void close() {
    over = true;
    client.shutdownNow();
  }
}
