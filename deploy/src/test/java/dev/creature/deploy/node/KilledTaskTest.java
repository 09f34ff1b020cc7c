package dev.creature.deploy.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.deploy.storage.JournalSettings;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real processes, killed with SIGKILL at random points of running tasks: while they start and find
 * out what was under way, while the body moves, and as an outcome is told. {@code
 * -Dcreature.kills=200} kills more often than the six times of the usual run (some seven seconds
 * each); {@code -Dcreature.seed} draws other points.
 */
class KilledTaskTest {
  private static final int KILLS = Integer.getInteger("creature.kills", 6);
  private static final long SEED = Long.getLong("creature.seed", 20);
  private static final int TASKS = 5;
  private static final int MOST_LIVES = 100;

  @Test
  void endsEachTaskOnceAndTellsItsOutcomeHoweverOftenItIsKilled(@TempDir Path folder)
      throws Exception {
    Random random = new Random(SEED);
    int killed = 0;
    for (int trial = 0; killed < KILLS; trial++) {
      Path data = folder.resolve("trial-" + trial);
      String name = "trial" + trial + "-";
      List<String> tasks = IntStream.range(0, TASKS).mapToObj(i -> name + i).toList();
      List<String> told = new ArrayList<>();
      boolean over = false;
      for (int begun = 0; !over; begun++) {
        assertThat(begun).as("lives until all is told").isLessThan(MOST_LIVES);
        NodeLife life = NodeLife.begin(data, tasks);
        life.await("ready");
        if (killed >= KILLS) {
          life.await("over");
          life.kill(0);
        } else if (random.nextInt(3) == 0) {
          // Between telling and storing that it told, or a little later.
          life.await("outcome ");
          life.kill(random.nextInt(120));
        } else {
          life.kill(30 + random.nextInt(1900));
        }
        // Also where it was killed while the database was closed: what it said was stored.
        over = life.hasToldAll();
        killed += life.wasKilled() ? 1 : 0;
        assertThat(life.outcomes()).as("told in one life").doesNotHaveDuplicates();
        told.addAll(life.outcomes());
      }
      for (int i = 0; i < TASKS; i++) {
        String task = tasks.get(i);
        // A process that is killed between telling and storing that it told tells again; none is
        // silent.
        assertThat(told.stream().filter(it -> it.startsWith(task + " ")))
            .isNotEmpty()
            .containsOnly(task + " I have turned to the left.");
        assertEndedOnce(data, task, i);
      }
      System.out.printf(
          "killed %d times, each task ended once, told %d times of %d%n",
          killed, told.size(), TASKS);
    }
    assertThat(killed).isGreaterThanOrEqualTo(KILLS);
  }

  private static void assertEndedOnce(Path data, String task, int place) throws SQLException {
    List<String> life = events(data, "task|" + task);
    assertThat(life.stream().filter(it -> it.contains("\"dispatched\""))).hasSize(1);
    assertThat(life.stream().filter(it -> it.contains("\"ended\""))).hasSize(1);
    assertThat(life.stream().filter(it -> it.contains("\"told\""))).hasSize(1);
    List<String> body =
        events(data, "body|body").stream().filter(it -> it.contains("\"ended\"")).toList();
    assertThat(body).hasSize(TASKS);
    assertThat(body.get(place)).contains("\"" + task + "\"");
    // It looked down (-90 degrees); each quarter to the left, once, adds 90.
    String heading = body.get(place).replaceAll("(?s).*\"heading\":(-?[0-9.eE-]+).*", "$1");
    double off = Double.parseDouble(heading) - place * Math.PI / 2;
    assertThat(Math.IEEEremainder(off, 2 * Math.PI)).isBetween(-0.03 * TASKS, 0.03 * TASKS);
  }

  private static List<String> events(Path data, String persistenceId) throws SQLException {
    String url = JournalSettings.FILE.in(data).url();
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
