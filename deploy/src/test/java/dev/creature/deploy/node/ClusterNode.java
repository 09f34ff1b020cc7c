package dev.creature.deploy.node;

import dev.creature.deploy.cluster.ClusterPlan;
import dev.creature.deploy.cluster.ClusterSecret;
import dev.creature.deploy.cluster.Handover;
import dev.creature.deploy.cluster.JoinClient;
import dev.creature.deploy.storage.JournalSettings;
import dev.creature.deploy.storage.Secret;
import dev.creature.facebridge.certificate.LocalNames;
import dev.creature.facebridge.certificate.NodeIdentity;
import dev.creature.facebridge.server.WebServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A whole node in a process of its own that may be killed, with a scripted voice. */
public final class ClusterNode implements AutoCloseable {
  public static final String SECRET = "only-for-tests-a-long-secret";

  private final List<String> command;
  private final int httpPort;
  private final int httpsPort;
  private Process process;

  private ClusterNode(List<String> command, int httpPort, int httpsPort, Process process) {
    this.command = command;
    this.httpPort = httpPort;
    this.httpsPort = httpsPort;
    this.process = process;
  }

  /**
   * Starts one; it says on its output when it is ready.
   *
   * @param joins HTTPS port of the node to join, or 0 for the first
   */
  public static ClusterNode start(Path data, JournalSettings journal, int[] ports, int joins)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx300m",
            "-Dcreature.log=WARN",
            "-Dlogback.configurationFile="
                + System.getProperty("creature.test.logback", "logback.xml"),
            ClusterNode.class.getName(),
            data.toString(),
            journal.url(),
            journal.user(),
            Integer.toString(ports[0]),
            Integer.toString(ports[1]),
            Integer.toString(ports[2]),
            Integer.toString(joins)));
    return new ClusterNode(command, ports[0], ports[1], run(command, journal.password(), data));
  }

  private static Process run(List<String> command, Secret password, Path data) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.put("JOURNAL_PASSWORD", password.value());
    // Not on the command line: ONNX Runtime overflows its stack where that is longer than 8 kB.
    environment.put("CLASSPATH", System.getProperty("java.class.path"));
    return builder
        .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("output.log").toFile()))
        .start();
  }

  /** As {@code kill -9}. */
  public void kill() throws InterruptedException {
    boolean _ = process.toHandle().destroyForcibly();
    boolean _ = process.waitFor(10, TimeUnit.SECONDS);
  }

  /** As a signal to end in good order. */
  public void end() {
    process.destroy();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** The same node once more. */
  public void again(Path data, JournalSettings journal) throws IOException {
    process = run(command, journal.password(), data);
  }

  public String url() {
    return "http://localhost:" + httpPort;
  }

  public int httpsPort() {
    return httpsPort;
  }

  /** Three free ports: of HTTP, HTTPS, and for other nodes. */
  public static int[] ports() throws IOException {
    int[] ports = new int[3];
    ServerSocket[] held = new ServerSocket[ports.length];
    for (int i = 0; i < ports.length; i++) {
      held[i] = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      ports[i] = held[i].getLocalPort();
    }
    for (ServerSocket each : held) {
      each.close();
    }
    return ports;
  }

  /** Waits until it says that it is ready; gives its address. */
  public String awaitReady(Duration patience) throws InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest ask = HttpRequest.newBuilder(URI.create(url() + "/readyz")).build();
      long until = System.nanoTime() + patience.toNanos();
      while (System.nanoTime() < until && isAlive()) {
        try {
          if (client.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
            return url();
          }
        } catch (IOException notYet) {
          // Its port is not open yet.
        }
        Thread.sleep(100);
      }
      throw new AssertionError(url() + " is not ready");
    }
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }

  /**
   * Arguments: data folder, journal's address, user, ports of HTTP, HTTPS, nodes, and the other.
   */
  public static void main(String[] arguments) throws Exception {
    DataFolder data = DataFolder.open(Path.of(arguments[0]));
    JournalSettings journal =
        new JournalSettings(
            arguments[1], arguments[2], new Secret(System.getenv("JOURNAL_PASSWORD")));
    int joins = Integer.parseInt(arguments[6]);
    ClusterSecret secret = new ClusterSecret(SECRET);
    Optional<Handover> given =
        joins == 0 ? Optional.empty() : Optional.of(JoinClient.join("127.0.0.1:" + joins, secret));
    if (given.isPresent()) {
      NodeIdentity.adopt(data.path(), given.get().authority());
    }
    ClusterPlan plan =
        new ClusterPlan(
            "127.0.0.1",
            Integer.parseInt(arguments[5]),
            ClusterPlan.ROLES,
            NodeIdentity.tls(data.path(), InstantSource.system(), LocalNames.here()),
            secret,
            given.map(Handover::seed));
    Node node =
        Node.start(
            new WebServer.Listen(
                "127.0.0.1", Integer.parseInt(arguments[4]), Integer.parseInt(arguments[3])),
            data,
            List.of(),
            new NodePlan(given.map(Handover::journal).orElse(journal), Optional.of(plan)));
    Runtime.getRuntime().addShutdownHook(new Thread(node::close));
    var _ = node.embody(data, DeedParts.simulated(1), true);
    node.speakWith(new ScriptedVoice());
  }
}
