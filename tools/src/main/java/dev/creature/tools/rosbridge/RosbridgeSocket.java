package dev.creature.tools.rosbridge;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket, from its opening to its end. Messages go out in the order they are sent. A text
 * longer than {@link #LONGEST} closes it.
 */
final class RosbridgeSocket {
  static final int LONGEST = 10_000_000;

  /** Told on the client's threads, each at most once but {@code text}. */
  interface Ear {
    void opened(RosbridgeSocket socket);

    void text(RosbridgeSocket socket, String text);

    void ended(RosbridgeSocket socket, String why);
  }

  private final Ear ear;
  private final AtomicBoolean over = new AtomicBoolean();
  private final CompletableFuture<WebSocket> opening = new CompletableFuture<>();
  private CompletableFuture<Void> last = CompletableFuture.allOf();

  private RosbridgeSocket(Ear ear) {
    this.ear = ear;
  }

  /** Begins to connect. */
  static RosbridgeSocket open(HttpClient client, URI address, Duration patience, Ear ear) {
    RosbridgeSocket socket = new RosbridgeSocket(ear);
    client
        .newWebSocketBuilder()
        .connectTimeout(patience)
        .buildAsync(address, socket.new Listening())
        .whenComplete((made, thrown) -> {
          if (thrown == null) {
            socket.opening.complete(made);
            ear.opened(socket);
          } else {
            socket.end(String.valueOf(thrown.getMessage()));
          }
        });
    return socket;
  }

  /** Sends when what was sent before has gone out; completes when it has. */
  synchronized CompletableFuture<Void> send(String text) {
    last =
        last.thenCompose(_ -> opening)
            .thenCompose(socket -> socket.sendText(text, true))
            .thenAccept(_ -> {});
    last.exceptionally(thrown -> {
      end(String.valueOf(thrown.getMessage()));
      return null;
    });
    return last;
  }

  /** Ends it now; the ear is not told. */
  void drop() {
    over.set(true);
    opening.thenAccept(WebSocket::abort);
  }

  private void end(String why) {
    if (over.compareAndSet(false, true)) {
      opening.thenAccept(WebSocket::abort);
      ear.ended(this, why);
    }
  }

  private final class Listening implements WebSocket.Listener {
    private final StringBuilder whole = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      whole.append(part);
      if (whole.length() > LONGEST) {
        end("a message that is too long");
        return null;
      }
      if (last) {
        String text = whole.toString();
        whole.setLength(0);
        tell(it -> it.text(RosbridgeSocket.this, text));
      }
      socket.request(1);
      return null;
    }

    private void tell(Consumer<Ear> what) {
      if (!over.get()) {
        what.accept(ear);
      }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      end("closed by the robot (" + code + (reason.isEmpty() ? "" : " " + reason) + ")");
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      end(String.valueOf(error.getMessage()));
    }
  }
}
