package dev.creature.deploy.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Many faces, in a process of their own so that what they cost here is not counted there; the last
 * one of them never reads.
 */
final class FaceCrowd implements AutoCloseable {
  private final Process process;

  private FaceCrowd(Process process) {
    this.process = process;
  }

  /** Starts it, and waits until all are attached. */
  static FaceCrowd of(int faces, String url) throws IOException {
    Process process =
        new ProcessBuilder(
                java(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                FaceCrowd.class.getName(),
                url,
                String.valueOf(faces))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.getInputStream().read() != '!') {
      throw new IOException("the crowd did not come");
    }
    return new FaceCrowd(process);
  }

  private static String java() {
    return ProcessHandle.current().info().command().orElse("java");
  }

  boolean isThere() {
    return process.isAlive();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  /** Address and number of the faces; ends with its input. */
  public static void main(String[] arguments) throws Exception {
    URI url = URI.create(arguments[0]);
    int faces = Integer.parseInt(arguments[1]);
    List<WebSocket> open = new ArrayList<>();
    try (HttpClient client = HttpClient.newHttpClient();
        Socket stalled = new Socket()) {
      for (int i = 1; i < faces; i++) {
        open.add(
            client
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://" + url.getAuthority() + "/v1/face"), new Watcher())
                .get(10, TimeUnit.SECONDS));
      }
      stalled.setReceiveBufferSize(2_048);
      stalled.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), url.getPort()));
      stalled
          .getOutputStream()
          .write(
              ("GET /v1/face HTTP/1.1\r\nHost: "
                      + url.getAuthority()
                      + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                      + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      System.out.print('!');
      System.out.flush();
      if (System.in.read() < 0) {
        open.forEach(WebSocket::abort);
      }
    }
  }

  private static final class Watcher implements WebSocket.Listener {
    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      socket.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }
}
