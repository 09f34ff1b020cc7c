package dev.creature.deploy.node;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The healthy one of a kind: what it was told, and when. */
final class Healthy implements WebSocket.Listener {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ConcurrentLinkedQueue<long[]> frames = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<String> lost = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();
  private final AtomicBoolean inFrame = new AtomicBoolean();
  private final boolean face;

  Healthy(boolean face) {
    this.face = face;
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    text.append(data);
    if (last && face) {
      try {
        frames.add(
            new long[] {System.nanoTime(), MAPPER.readTree(text.toString()).path("seq").asLong()});
      } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
        lost.complete(e.getMessage());
      }
    }
    if (last) {
      text.setLength(0);
    }
    socket.request(1);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
    // A frame may come in parts; its time stands at the beginning of the first.
    if (inFrame.compareAndSet(false, true)) {
      frames.add(new long[] {System.nanoTime(), data.order(ByteOrder.LITTLE_ENDIAN).getLong(0)});
    }
    inFrame.set(!last);
    socket.request(1);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    lost.complete("closed with " + code);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    lost.complete(error.toString());
  }

  /** Connects it. */
  WebSocket open(HttpClient client, URI url) throws Exception {
    return client.newWebSocketBuilder().buildAsync(url, this).get(10, TimeUnit.SECONDS);
  }

  /** How many frames came. */
  int frames() {
    return frames.size();
  }

  /** Whether it was closed, or told something that it could not read. */
  boolean isLost() {
    return lost.isDone();
  }

  /** The longest time without a frame, in ms. */
  long longestWait() {
    long longest = 0;
    Optional<Long> before = Optional.empty();
    for (long[] frame : frames) {
      longest = Math.max(longest, frame[0] - before.orElse(frame[0]));
      before = Optional.of(frame[0]);
    }
    return TimeUnit.NANOSECONDS.toMillis(longest);
  }

  /** How late its frames of sound were. */
  Punctuality lateness() {
    return Punctuality.of(frames);
  }
}
