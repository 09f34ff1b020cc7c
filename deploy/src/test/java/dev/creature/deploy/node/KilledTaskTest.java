package dev.creature.deploy.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real processes, killed with SIGKILL at random points of a running task. {@code
 * -Dcreature.kills=200} kills more often than the five times of the usual run.
 */
class KilledTaskTest {
  private static final int KILLS = Integer.getInteger("creature.kills", 5);
  private static final long SEED = Long.getLong("creature.seed", 20);

  @Test
  void endsEachTaskOnceAndTellsItsOutcomeHoweverOftenItIsKilled(@TempDir Path folder)
      throws Exception {
    Random random = new Random(SEED);
    int killed = 0;
    for (int trial = 0; killed < KILLS; trial++) {
      Path data = folder.resolve("trial-" + trial);
      String task = "task-" + trial;
      List<String> told = new ArrayList<>();
      boolean over = false;
      for (int kill = 0; kill < 3 && !over; kill++) {
        over = runAndKill(data, task, 30 + random.nextInt(1900), told);
        killed += over ? 0 : 1;
      }
      if (!over) {
        runToTheEnd(data, task, told);
      }
      // A process that is killed between telling and storing that it told tells again; none is
      // silent.
      assertThat(told).isNotEmpty().containsOnly("I have turned to the left.");
      assertEndedOnce(data, task);
    }
    assertThat(killed).isGreaterThanOrEqualTo(KILLS);
  }

  /** Whether it came to its end before the kill; what it told is added. */
  private static boolean runAndKill(Path data, String task, int afterMillis, List<String> told)
      throws Exception {
    Process process = start(data, task);
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      String first = lines.readLine();
      while (first != null && !first.equals("ready")) {
        first = lines.readLine();
      }
      boolean ended = process.waitFor(afterMillis, TimeUnit.MILLISECONDS);
      // By its handle: the process itself would close its output, which is still to be read.
      boolean _ = process.toHandle().destroyForcibly();
      assertThat(process.waitFor(150, TimeUnit.SECONDS)).isTrue();
      told.addAll(outcomes(lines.lines().toList()));
      return ended;
    }
  }

  private static void runToTheEnd(Path data, String task, List<String> told) throws Exception {
    Process process = start(data, task);
    List<String> all;
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      all = lines.lines().toList();
    }
    assertThat(process.waitFor(150, TimeUnit.SECONDS)).isTrue();
    List<String> here = outcomes(all);
    assertThat(here).as(String.join("\n", all)).hasSizeLessThanOrEqualTo(1);
    told.addAll(here);
  }

  private static List<String> outcomes(List<String> lines) {
    return lines.stream()
        .filter(it -> it.startsWith("outcome "))
        .map(it -> it.substring("outcome ".length()))
        .toList();
  }

  private static Process start(Path data, String task) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            TaskNode.class.getName(),
            data.toString(),
            task,
            "turn",
            "left")
        .redirectErrorStream(true)
        .start();
  }

  private static void assertEndedOnce(Path data, String task) throws SQLException {
    List<String> life = events(data, "task|" + task);
    assertThat(life.stream().filter(it -> it.contains("\"dispatched\""))).hasSize(1);
    assertThat(life.stream().filter(it -> it.contains("\"ended\""))).hasSize(1);
    assertThat(life.stream().filter(it -> it.contains("\"told\""))).hasSize(1);
    List<String> body = events(data, "body|body");
    assertThat(body.stream().filter(it -> it.contains("\"ended\""))).hasSize(1);
    // It looked down (-90 degrees); a quarter to the left, once, makes 0.
    String heading = body.getFirst().replaceAll("(?s).*\"heading\":(-?[0-9.eE-]+).*", "$1");
    assertThat(Double.parseDouble(heading)).isBetween(-0.03, 0.03);
  }

  private static List<String> events(Path data, String persistenceId) throws SQLException {
    String url = "jdbc:h2:file:" + data.resolve("journal") + ";DATABASE_TO_UPPER=FALSE";
    List<String> events = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT \"event_payload\" FROM \"event_journal\""
                    + " WHERE \"persistence_id\" = ? ORDER BY \"sequence_number\"")) {
      query.setString(1, persistenceId);
      ResultSet rows = query.executeQuery();
      while (rows.next()) {
        events.add(new String(rows.getBytes(1), StandardCharsets.UTF_8));
      }
    }
    return events;
  }
}
