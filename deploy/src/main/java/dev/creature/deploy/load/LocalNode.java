package dev.creature.deploy.load;

import dev.creature.deploy.storage.Secret;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A node of this machine, as a process of its own: the program itself, started by {@code up}. */
final class LocalNode implements AutoCloseable {
  /** The variable that tells a node the journal's password. */
  static final String PASSWORD = "CREATURE_LOAD_JOURNAL_PASSWORD";

  /**
   * Where a node is.
   *
   * @param host its address
   * @param namespace of the network, where it has one of its own
   */
  record Place(String host, Optional<String> namespace) {
    static final Place HERE = new Place("127.0.0.1", Optional.empty());
  }

  private final Place place;
  private final Path data;
  private final List<String> options;
  private final Optional<Secret> password;
  private final int httpPort;
  private final int httpsPort;
  private final int nodesPort;
  private Optional<Process> process = Optional.empty();
  private long readyBefore;

  /**
   * Makes one; {@link #start} starts it.
   *
   * @param options of {@code up}, beside ports and folders
   */
  LocalNode(Place place, Path data, List<String> options, Optional<Secret> password)
      throws IOException {
    this.place = place;
    this.data = Files.createDirectories(data);
    this.options = options;
    this.password = password;
    int[] ports = freePorts();
    this.httpPort = ports[0];
    this.httpsPort = ports[1];
    this.nodesPort = ports[2];
  }

  private static int[] freePorts() throws IOException {
    int[] ports = new int[3];
    List<ServerSocket> held = new ArrayList<>();
    for (int i = 0; i < ports.length; i++) {
      held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      ports[i] = held.getLast().getLocalPort();
    }
    for (ServerSocket each : held) {
      each.close();
    }
    return ports;
  }

  /** Starts it, with more options of {@code up}. */
  void start(List<String> more) throws IOException {
    List<String> command = new ArrayList<>();
    place.namespace().ifPresent(name -> command.addAll(List.of("ip", "netns", "exec", name)));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // The classes of a start, as this program's own launcher maps them.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-XX:AOTCache="))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "dev.creature.deploy.Main",
            "up",
            "--no-browser",
            "--verbose",
            "--host",
            place.host(),
            "--port",
            Integer.toString(httpsPort),
            "--http-port",
            Integer.toString(httpPort),
            "--cluster-port",
            Integer.toString(nodesPort),
            "--data",
            data.toString()));
    command.addAll(options);
    command.addAll(more);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    password.ifPresent(secret -> environment.put(PASSWORD, secret.value()));
    environment.put("CLASSPATH", System.getProperty("java.class.path"));
    readyBefore = readyLines();
    process =
        Optional.of(
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile())).start());
  }

  Path log() {
    return data.resolve("output.log");
  }

  Path data() {
    return data;
  }

  private long readyLines() throws IOException {
    if (!Files.exists(log())) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(log())) {
      return lines.filter(line -> line.startsWith("ready ")).count();
    }
  }

  boolean isReady() throws IOException {
    return readyLines() > readyBefore;
  }

  /** Waits until its voice is ready. */
  void awaitReady(Duration patience) throws IOException, InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    while (!isReady()) {
      if (System.nanoTime() > until || !isAlive()) {
        throw new IOException("a node did not come up; see " + log());
      }
      Thread.sleep(Duration.ofMillis(100));
    }
  }

  /** An address that pairs a device, as it was printed last. */
  Optional<String> pairingCode() throws IOException {
    try (Stream<String> lines = Files.lines(log())) {
      return lines
          .filter(line -> line.contains("/#pair="))
          .reduce((_, last) -> last)
          .map(line -> line.substring(line.indexOf("/#pair=") + "/#pair=".length()).strip());
    }
  }

  boolean isAlive() {
    return process.filter(Process::isAlive).isPresent();
  }

  /** As {@code kill -9}. */
  void kill() throws InterruptedException {
    if (process.isPresent()) {
      boolean _ = process.get().toHandle().destroyForcibly();
      boolean _ = process.get().waitFor(10, TimeUnit.SECONDS);
    }
  }

  /** The same, without waiting. */
  void killSoon() {
    process.ifPresent(running -> {
      boolean _ = running.toHandle().destroyForcibly();
    });
  }

  /** As a signal to end in good order; waits until it has. */
  boolean end(Duration patience) throws InterruptedException {
    if (process.isEmpty()) {
      return true;
    }
    process.get().destroy();
    return process.get().waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  String localUrl() {
    return "http://localhost:" + httpPort;
  }

  String secureUrl() {
    return "https://" + place.host() + ":" + httpsPort;
  }

  String joinAddress() {
    return place.host() + ":" + httpsPort;
  }

  Optional<Long> pid() {
    return process.filter(Process::isAlive).map(Process::pid);
  }

  Place place() {
    return place;
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
