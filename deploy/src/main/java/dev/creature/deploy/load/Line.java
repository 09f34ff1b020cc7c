package dev.creature.deploy.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** One WebSocket of {@code /v1/audio}, from its opening to its end. */
final class Line implements AutoCloseable {
  /** As long as the page waits for a node that does not answer. */
  private static final Duration OPENING = Duration.ofMillis(1_500);

  private static final Duration SENDING = Duration.ofSeconds(3);
  private static final int STAMP = 8;
  private static final int SAMPLES_PER_MILLI = 24;
  private static final int LOUD = 300;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private final Consumer<FromNode> heard;
  private final int number;
  private Optional<WebSocket> socket = Optional.empty();

  private Line(int number, Consumer<FromNode> heard) {
    this.number = number;
    this.heard = heard;
  }

  /**
   * Opens one; nothing where the node does not answer in time.
   *
   * @param heard told of all that comes, on the client's threads
   */
  static Optional<Line> open(HttpClient client, URI uri, int number, Consumer<FromNode> heard)
      throws InterruptedException {
    Line line = new Line(number, heard);
    CompletableFuture<WebSocket> opening =
        client.newWebSocketBuilder().connectTimeout(OPENING).buildAsync(uri, line.new Ear());
    try {
      line.socket = Optional.of(opening.get(OPENING.toMillis(), TimeUnit.MILLISECONDS));
      return Optional.of(line);
    } catch (ExecutionException | TimeoutException away) {
      opening.thenAccept(WebSocket::abort);
      return Optional.empty();
    }
  }

  boolean isClosed() {
    return closed.isDone();
  }

  void sendSound(short[] samples, int from, int to) throws InterruptedException {
    ByteBuffer bytes = ByteBuffer.allocate((to - from) * 2).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(samples, from, to - from);
    send(open -> open.sendBinary(bytes, true));
  }

  void sendText(String json) throws InterruptedException {
    send(open -> open.sendText(json, true));
  }

  private interface Sending {
    CompletableFuture<WebSocket> with(WebSocket open);
  }

  private void send(Sending sending) throws InterruptedException {
    if (isClosed() || socket.isEmpty()) {
      return;
    }
    try {
      var _ = sending.with(socket.get()).get(SENDING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException | IllegalStateException lost) {
      close();
    }
  }

  @Override
  public void close() {
    closed.complete(null);
    socket.ifPresent(WebSocket::abort);
  }

  private final class Ear implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        try {
          hear(new FromNode.Event(System.nanoTime(), MAPPER.readTree(text.toString())));
        } catch (JsonProcessingException notJson) {
          closed.complete(null);
        }
        text.setLength(0);
      }
      return next(from);
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
      byte[] piece = new byte[data.remaining()];
      data.get(piece);
      bytes.writeBytes(piece);
      if (last) {
        hear(sound(ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN)));
        bytes.reset();
      }
      return next(from);
    }

    /** What a dead line still held is not heard any more. */
    private void hear(FromNode what) {
      if (!isClosed()) {
        heard.accept(what);
      }
    }

    private FromNode.Sound sound(ByteBuffer frame) {
      int samples = (frame.limit() - STAMP) / 2;
      int loud = samples;
      while (loud > 0 && Math.abs(frame.getShort(STAMP + 2 * (loud - 1))) <= LOUD) {
        loud--;
      }
      return new FromNode.Sound(
          System.nanoTime(),
          number,
          frame.getLong(0),
          samples / SAMPLES_PER_MILLI,
          loud / SAMPLES_PER_MILLI);
    }

    private CompletionStage<?> next(WebSocket from) {
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed.complete(null);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed.complete(null);
    }
  }
}
