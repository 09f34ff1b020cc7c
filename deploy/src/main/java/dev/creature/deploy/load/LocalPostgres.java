package dev.creature.deploy.load;

import dev.creature.deploy.storage.JournalSettings;
import dev.creature.deploy.storage.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of this machine's own package, in a folder of its own, that can be stopped.
 */
public final class LocalPostgres implements AutoCloseable {
  /** Reached from this machine only. */
  public static final String LOOPBACK = "127.0.0.1";

  private final Secret password;
  private final Path programs;
  private final Path folder;
  private final String address;
  private final int port;

  private LocalPostgres(Path programs, Path folder, String address, int port, Secret password) {
    this.password = password;
    this.address = address;
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  /** Whether this machine has what it takes. */
  public static boolean isInstalled() {
    return programs().isPresent();
  }

  /**
   * Starts one with an empty database.
   *
   * @param address that it listens on
   */
  public static LocalPostgres start(String address) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("creature-postgres");
    Secret password = new Secret(Long.toString(new SecureRandom().nextLong() >>> 1, 36) + "-local");
    Path file = Files.writeString(folder.resolve("password"), password.value() + "\n");
    if (isRoot()) {
      run(List.of("chown", "-R", "postgres", folder.toString()));
    }
    LocalPostgres server =
        new LocalPostgres(programs().orElseThrow(), folder, address, freePort(), password);
    server.own(
        "initdb",
        "-D",
        server.data(),
        "-U",
        "creature",
        "-A",
        "scram-sha-256",
        "--pwfile=" + file,
        "--no-sync",
        "-E",
        "UTF8",
        "--locale=C");
    if (!address.equals(LOOPBACK)) {
      // Nodes in network namespaces of their own come from other addresses; the password holds.
      Files.writeString(
          folder.resolve("data/pg_hba.conf"),
          "host all all 0.0.0.0/0 scram-sha-256\n",
          StandardOpenOption.APPEND);
    }
    server.resume();
    return server;
  }

  /** Where it is, and who it knows. */
  public JournalSettings settings() {
    return new JournalSettings(
        "jdbc:postgresql://" + address + ":" + port + "/postgres", "creature", password);
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
        "-p " + port + " -h " + address + " -k " + folder + " -c max_connections=120",
        "start");
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
