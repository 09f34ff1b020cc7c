package dev.creature.deploy.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.creature.deploy.storage.Database;
import dev.creature.deploy.storage.JournalSettings;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the journal after a run: is what was promised there, and nothing twice? */
final class JournalCheck {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What a writer stored. */
  record Row(String writer, JsonNode event) {
    String type() {
      return event.path("type").asText();
    }
  }

  private final Map<String, List<Row>> journal;
  private final List<String> found = new ArrayList<>();

  private JournalCheck(Map<String, List<Row>> journal) {
    this.journal = journal;
  }

  /**
   * What is wrong, a line each; empty when nothing is.
   *
   * @param turns of all phones
   */
  static List<String> findings(JournalSettings settings, List<PhoneTurn> turns)
      throws SQLException {
    try (Database database = Database.of(settings)) {
      return findings(read(database), turns);
    }
  }

  /**
   * Waits until each deed that was asked for has become a task and come to its end, at most so
   * long.
   */
  static void awaitDeeds(JournalSettings settings, List<PhoneTurn> turns, Duration patience)
      throws SQLException, InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    try (Database database = Database.of(settings)) {
      while (System.nanoTime() < until && isSomethingOpen(read(database), turns)) {
        Thread.sleep(Duration.ofSeconds(1));
      }
    }
  }

  private static boolean isSomethingOpen(Map<String, List<Row>> journal, List<PhoneTurn> turns) {
    JournalCheck check = new JournalCheck(journal);
    check.deedsDoneOnce(turns);
    return !check.found.isEmpty();
  }

  /**
   * The same for a journal that was read.
   *
   * @param journal the events of each persistent actor, in order
   */
  static List<String> findings(Map<String, List<Row>> journal, List<PhoneTurn> turns) {
    JournalCheck check = new JournalCheck(journal);
    check.nodesOneAfterTheOther();
    check.promisesKept(turns);
    check.deedsDoneOnce(turns);
    return check.found;
  }

  private static Map<String, List<Row>> read(Database database) throws SQLException {
    return database.ask(connection -> {
      Map<String, List<Row>> all = new TreeMap<>();
      try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT persistence_id, writer, event_payload FROM event_journal"
                      + " ORDER BY persistence_id, sequence_number");
          ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          all.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
              .add(new Row(rows.getString(2), json(rows.getBytes(3))));
        }
      }
      return all;
    });
  }

  private static JsonNode json(byte[] bytes) {
    try {
      return MAPPER.readTree(new String(bytes, StandardCharsets.UTF_8));
    } catch (JsonProcessingException notJson) {
      // Of the cluster's own, such as the list of entities.
      return MAPPER.nullNode();
    }
  }

  /** A node that stores again after another one did would be a second voice, or motion. */
  private void nodesOneAfterTheOther() {
    journal.forEach((id, rows) -> {
      Set<String> earlier = new HashSet<>();
      String writer = "";
      for (Row row : rows) {
        if (!row.writer().equals(writer)) {
          if (earlier.contains(row.writer())) {
            found.add(id + ": two writers at once");
            return;
          }
          earlier.add(row.writer());
          writer = row.writer();
        }
      }
    });
  }

  private void promisesKept(List<PhoneTurn> turns) {
    for (PhoneTurn turn : turns) {
      if (!turn.kept || turn.turn.isEmpty()) {
        continue;
      }
      String name = "talk|" + turn.conversation + ", turn " + turn.turn.get();
      List<Row> rows = journal.getOrDefault("talk|" + turn.conversation, List.of());
      long asked = count(rows, "asked", turn.turn.get());
      long answered =
          rows.stream()
              .filter(row ->
                  row.type().equals("answered")
                      && row.event().path("turn").asInt() == turn.turn.get()
                      && !row.event().path("cut").asBoolean())
              .count();
      if (asked == 0) {
        found.add(name + ": promised to be kept, and is not in the journal");
      }
      if (answered == 0) {
        found.add(name + ": has no answer in the journal");
      }
      if (answered > 1) {
        found.add(name + ": was answered " + answered + " times");
      }
    }
  }

  private static long count(List<Row> rows, String type, int turn) {
    return rows.stream()
        .filter(row -> row.type().equals(type) && row.event().path("turn").asInt() == turn)
        .count();
  }

  private void deedsDoneOnce(List<PhoneTurn> turns) {
    Map<String, Integer> ofTurn = new HashMap<>();
    journal.forEach((id, rows) -> {
      if (!id.startsWith("task|")) {
        return;
      }
      long ended = rows.stream().filter(row -> row.type().equals("ended")).count();
      if (ended != 1) {
        found.add(id + ": ended " + ended + " times");
      }
      String[] parts = id.substring("task|".length()).split("\\.");
      ofTurn.merge(parts.length > 1 ? parts[0] + "." + parts[1] : id, 1, Integer::sum);
    });
    for (PhoneTurn turn : turns) {
      if (turn.kind == PhoneTurn.Kind.DEED && turn.kept && turn.turn.isPresent()) {
        int tasks = ofTurn.getOrDefault(turn.conversation + "." + turn.turn.get(), 0);
        if (tasks != 1) {
          found.add(
              "turn %s.%d (%s) became %d tasks"
                  .formatted(turn.conversation, turn.turn.get(), turn.words, tasks));
        }
      }
    }
    Map<String, Integer> moved = new HashMap<>();
    journal.getOrDefault("body|body", List.of()).stream()
        .filter(row -> row.type().equals("ended"))
        .forEach(row -> moved.merge(row.event().path("task").asText(), 1, Integer::sum));
    moved.forEach((task, times) -> {
      if (times > 1) {
        found.add("the body did the task " + task + " " + times + " times");
      }
    });
  }
}
