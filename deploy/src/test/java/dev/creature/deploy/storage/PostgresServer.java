package dev.creature.deploy.storage;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of this machine's own package, in a folder of its own, that can be stopped.
 */
public final class PostgresServer implements AutoCloseable {
  public static final String PASSWORD = "only-for-tests";

  private final Path programs;
  private final Path folder;
  private final int port;

  private PostgresServer(Path programs, Path folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  /** Skips the test, and says why, where there is none. */
  public static void assumeInstalled() {
    assumeTrue(programs().isPresent(), "there is no PostgreSQL: install the package postgresql");
  }

  /** Starts one with an empty database. */
  public static PostgresServer start() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("creature-postgres");
    Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    if (isRoot()) {
      run(List.of("chown", "-R", "postgres", folder.toString()));
    }
    PostgresServer server = new PostgresServer(programs().orElseThrow(), folder, freePort());
    server.own(
        "initdb",
        "-D",
        server.data(),
        "-U",
        "creature",
        "-A",
        "scram-sha-256",
        "--pwfile=" + password,
        "--no-sync",
        "-E",
        "UTF8",
        "--locale=C");
    server.resume();
    return server;
  }

  /** Where it is, and who it knows. */
  public JournalSettings settings() {
    return new JournalSettings(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "creature", new Secret(PASSWORD));
  }

  /** Goes away as a machine does that is switched off. */
  public void stop() throws IOException, InterruptedException {
    own("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
  }

  /** Comes back; waits until it answers. */
  public void resume() throws IOException, InterruptedException {
    own(
        "pg_ctl",
        "-D",
        data(),
        "-w",
        "-t",
        "30",
        "-l",
        folder.resolve("log").toString(),
        "-o",
        "-p " + port + " -h 127.0.0.1 -k " + folder + " -c max_connections=60",
        "start");
  }

  /** How many rows a query counts. */
  public long count(String query) throws SQLException {
    try (var connection = DriverManager.getConnection(settings().url(), "creature", PASSWORD);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      boolean _ = rows.next();
      return rows.getLong(1);
    }
  }

  /**
   * How many events of a kind the journal holds.
   *
   * @param id of whom, as a pattern of SQL
   */
  public long events(String id, String type) throws SQLException {
    return count(
        "SELECT COUNT(*) FROM event_journal WHERE persistence_id LIKE '"
            + id
            + "' AND position('\"type\":\""
            + type
            + "\"' IN convert_from(event_payload, 'UTF8')) > 0");
  }

  /**
   * Waits until the journal holds that many events of a kind: what a phone is told may be stored a
   * moment later.
   *
   * @return how many there are then, or when patience is over
   */
  public long awaitEvents(String id, String type, long count, Duration patience)
      throws SQLException {
    long deadline = System.nanoTime() + patience.toNanos();
    long held = events(id, type);
    while (held < count && System.nanoTime() < deadline) {
      held = events(id, type);
    }
    return held;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    stop();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private void own(String program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      // The server refuses to run with all rights.
      command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    run(command);
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Path said = Files.createTempFile("creature-postgres", ".log");
    Process process =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    String output = Files.readString(said);
    Files.delete(said);
    if (!ended || process.exitValue() != 0) {
      throw new IllegalStateException(String.join(" ", command) + ": " + output);
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static Optional<Path> programs() {
    Path all = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(all)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(all)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
