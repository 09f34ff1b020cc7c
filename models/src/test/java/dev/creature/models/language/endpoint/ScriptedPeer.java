package dev.creature.models.language.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A server that answers each connection with the next act of its script, byte for byte, however
 * wrong that may be; and tells when the other side hung up.
 */
final class ScriptedPeer implements AutoCloseable {
  /** What to do with a connection once its request was read. */
  interface Act {
    void play(Stage stage) throws IOException, InterruptedException;
  }

  /** One connection. */
  record Stage(String request, InputStream in, OutputStream out) {
    void send(String bytes) throws IOException {
      out.write(bytes.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }

    /** Begins a stream that ends when the connection does. */
    void stream() throws IOException {
      send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n");
    }

    void say(String text) throws IOException {
      send("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}\n\n");
    }

    /** Waits until the client closes the connection. */
    void awaitHangUp() throws IOException {
      try {
        while (in.read() >= 0) {
          // Whatever it says.
        }
      } catch (IOException reset) {
        // Also a way to hang up.
      }
    }
  }

  private final ServerSocket server;
  private final LinkedBlockingQueue<Act> script;
  final LinkedBlockingQueue<String> requests = new LinkedBlockingQueue<>();
  final CountDownLatch hungUp = new CountDownLatch(1);

  ScriptedPeer(Act... acts) throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    script = new LinkedBlockingQueue<>(List.of(acts));
    Thread.ofVirtual().name("scripted-peer").start(this::serve);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v1");
  }

  static Act answer(int status, String headers, String body) {
    return stage ->
        stage.send(
            "HTTP/1.1 %d X\r\nConnection: close\r\nContent-Length: %d\r\n%s\r\n%s"
                .formatted(status, body.getBytes(StandardCharsets.UTF_8).length, headers, body));
  }

  static Act reply(String... pieces) {
    return stage -> {
      stage.stream();
      for (String piece : pieces) {
        stage.say(piece);
      }
      stage.send("data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n");
      stage.send("data: [DONE]\n\n");
    };
  }

  /** The client hung up on an act that waits for it. */
  boolean awaitHangUp() throws InterruptedException {
    return hungUp.await(10, TimeUnit.SECONDS);
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().name("scripted-act").start(() -> act(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void act(Socket socket) {
    try (socket) {
      String request = request(socket.getInputStream());
      requests.add(request);
      Act act = script.poll();
      if (act != null) {
        act.play(new Stage(request, socket.getInputStream(), socket.getOutputStream()));
      }
    } catch (IOException | InterruptedException gone) {
      // The client is free to go.
    } finally {
      hungUp.countDown();
    }
  }

  private static String request(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.append((char) next);
    }
    int at = head.toString().toLowerCase(java.util.Locale.ROOT).indexOf("content-length: ");
    String digits = head.substring(at + 16, head.indexOf("\r\n", at));
    return head + new String(in.readNBytes(Integer.parseInt(digits)), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
