package dev.creature.deploy.browser;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A real coturn of this machine's own package, which takes names that end by themselves. */
final class TurnServer implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 20;
  private static final int CONNECT_MILLIS = 500;

  private final Process process;
  private final String url;

  private TurnServer(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** The program, where it is installed. */
  static Optional<Path> program() {
    return Installed.program("turnserver");
  }

  /**
   * Starts one and waits until it listens.
   *
   * @param address of this machine that it listens on and relays from
   * @param folder for what it writes
   */
  static TurnServer start(Path program, String address, String secret, Path folder)
      throws IOException, InterruptedException {
    int port = freePort();
    Process process =
        new ProcessBuilder(
                List.of(
                    program.toString(),
                    "-n",
                    "--listening-ip=" + address,
                    "--relay-ip=" + address,
                    "--listening-port=" + port,
                    "--allow-loopback-peers",
                    "--no-cli",
                    "--no-tls",
                    "--no-dtls",
                    "--realm=creature",
                    "--use-auth-secret",
                    "--static-auth-secret=" + secret,
                    "--pidfile=" + folder.resolve("turn.pid"),
                    "--userdb=" + folder.resolve("turn.db"),
                    "--log-file=stdout"))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("turn.txt").toFile())
            .start();
    TurnServer server = new TurnServer(process, "turn:" + address + ":" + port + "?transport=udp");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end && process.isAlive()) {
      if (listens(address, port)) {
        return server;
      }
      process.waitFor(50, TimeUnit.MILLISECONDS);
    }
    server.close();
    throw new IOException("coturn did not start: " + folder.resolve("turn.txt"));
  }

  /** Where it is, as WebRTC names it. */
  String url() {
    return url;
  }

  private static boolean listens(String address, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
