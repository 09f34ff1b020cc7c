package dev.creature.deploy.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonalDataTest {
  private static final long OLD = 1_000_000;
  private static final long LATE = 2_000_000;

  @TempDir private Path folder;

  @Test
  void exportsAllThatWasSaidButNoKeys() throws Exception {
    try (Database database = file()) {
      fill(database);
      List<JsonNode> lines = exported(database);

      assertThat(lines)
          .extracting(it -> it.path("of").asText())
          .containsOnly("talk|old", "talk|late", "creature|creature", "");
      assertThat(lines.toString()).contains("my name is Ada", "phone").doesNotContain("hash");
    }
  }

  @Test
  void deletesOnlyConversationsThatAreOldEnough() throws Exception {
    onlyOldOnesGo(file());
  }

  @Test
  void deletesOldConversationsInPostgresToo() throws Exception {
    PostgresServer.assumeInstalled();
    try (PostgresServer server = PostgresServer.start()) {
      onlyOldOnesGo(Database.of(server.settings()));
    }
  }

  private static void onlyOldOnesGo(Database opened) throws Exception {
    try (Database database = opened) {
      fill(database);
      PersonalData data = new PersonalData(database);
      assertThat(data.isInUse()).isFalse();
      Instant between = Instant.ofEpochMilli((OLD + LATE) / 2);

      assertThat(data.deleteConversationsBefore(between)).isOne();
      assertThat(data.deleteConversationsBefore(between)).isZero();
      assertThat(exported(database))
          .extracting(it -> it.path("of").asText())
          .containsOnly("talk|late", "creature|creature", "");
      assertThat(new Claims(database, "node", Instant::now).take("key of old")).isEmpty();
      assertThat(new Claims(database, "node", Instant::now).take("key of late")).isPresent();
    }
  }

  @Test
  void leavesNothingWhereAllIsDeleted() throws Exception {
    try (Database database = file()) {
      fill(database);
      new PersonalData(database).deleteAll();

      assertThat(exported(database)).isEmpty();
      assertThat(new Claims(database, "node", Instant::now).take("key of late")).isEmpty();
    }
  }

  private Database file() {
    return Database.of(JournalSettings.FILE.in(folder));
  }

  private static List<JsonNode> exported(Database database) throws Exception {
    StringWriter out = new StringWriter();
    long lines = new PersonalData(database).export(out);
    List<JsonNode> parsed = new ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      parsed.add(new ObjectMapper().readTree(line));
    }
    assertThat(parsed).hasSize(Math.toIntExact(lines));
    return parsed;
  }

  private static void fill(Database database) throws Exception {
    int _ = Migrations.run(database);
    Claims claims = new Claims(database, "node", Instant::now);
    claims.open("key of old", "old");
    claims.open("key of late", "late");
    store(database, "talk|old", OLD, "{\"type\":\"asked\",\"text\":\"my name is Ada\"}");
    store(database, "talk|late", LATE, "{\"type\":\"asked\",\"text\":\"good morning\"}");
    store(database, "creature|creature", OLD, "{\"type\":\"remembered\"}");
    int _ =
        database.ask(connection -> {
          try (var insert =
              connection.prepareStatement(
                  "INSERT INTO paired_device (id, name, token_hash, paired_millis)"
                      + " VALUES ('a', 'Ada''s phone', 'the hash', 5)")) {
            return insert.executeUpdate();
          }
        });
  }

  private static void store(Database database, String id, long millis, String json)
      throws Exception {
    int _ =
        database.ask(connection -> {
          try (var insert =
              connection.prepareStatement(
                  "INSERT INTO \"event_journal\" (\"persistence_id\", \"sequence_number\","
                      + " \"deleted\", \"writer\", \"write_timestamp\", \"adapter_manifest\","
                      + " \"event_payload\", \"event_ser_id\", \"event_ser_manifest\")"
                      + " VALUES (?, 1, false, 'w', ?, '', ?, 1, '')")) {
            insert.setString(1, id);
            insert.setLong(2, millis);
            insert.setBytes(3, json.getBytes(StandardCharsets.UTF_8));
            return insert.executeUpdate();
          }
        });
  }
}
