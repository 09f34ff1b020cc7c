package dev.creature.deploy.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
  @TempDir private Path folder;

  private Database file() {
    return Database.of(JournalSettings.FILE.in(folder));
  }

  @Test
  void bringsAnEmptyFileUpToDateOnce() throws Exception {
    try (Database database = file()) {
      assertThat(Migrations.run(database)).isEqualTo(Migrations.known());
      assertThat(Migrations.run(database)).isEqualTo(Migrations.known());
      assertThat(count(database, "SELECT COUNT(*) FROM creature_schema"))
          .isEqualTo(Migrations.known());
      assertThat(count(database, "SELECT COUNT(*) FROM \"event_journal\"")).isZero();
    }
  }

  @Test
  void keepsTheEventsOfAJournalFromBeforeThereWereVersions() throws Exception {
    try (Database database = file()) {
      // The table as the journal's library made it.
      update(
          database,
          "CREATE TABLE PUBLIC.\"event_journal\" (\"ordering\" BIGINT UNIQUE NOT NULL AUTO_INCREMENT,"
              + " \"deleted\" BOOLEAN DEFAULT false NOT NULL, \"persistence_id\" VARCHAR(255) NOT NULL,"
              + " \"sequence_number\" BIGINT NOT NULL, \"writer\" VARCHAR NOT NULL, \"write_timestamp\""
              + " BIGINT NOT NULL, \"adapter_manifest\" VARCHAR NOT NULL, \"event_payload\" BLOB NOT NULL,"
              + " \"event_ser_id\" INTEGER NOT NULL, \"event_ser_manifest\" VARCHAR NOT NULL, \"meta_payload\""
              + " BLOB, \"meta_ser_id\" INTEGER, \"meta_ser_manifest\" VARCHAR,"
              + " PRIMARY KEY(\"persistence_id\",\"sequence_number\"))");
      update(
          database,
          "INSERT INTO \"event_journal\" (\"persistence_id\", \"sequence_number\", \"writer\","
              + " \"write_timestamp\", \"adapter_manifest\", \"event_payload\", \"event_ser_id\","
              + " \"event_ser_manifest\") VALUES ('task|a', 1, 'w', 0, '', X'00', 1, '')");
      assertThat(Migrations.run(database)).isEqualTo(Migrations.known());
      assertThat(count(database, "SELECT COUNT(*) FROM \"event_journal\"")).isOne();
    }
  }

  @Test
  void refusesAJournalThatOnlyANewerCreatureUnderstands() throws Exception {
    try (Database database = file()) {
      Migrations.run(database);
      update(database, "INSERT INTO creature_schema VALUES (90, 'V90__later.sql', 2)");
      assertThat(Migrations.run(database)).isEqualTo(90);
      update(database, "INSERT INTO creature_schema VALUES (91, 'V91__apart.sql', 91)");
      assertThatThrownBy(() -> Migrations.run(database)).hasMessageContaining("newer creature");
    }
  }

  @Test
  void letsSeveralNodesBringOneServerUpToDateAtOnce() throws Exception {
    PostgresServer.assumeInstalled();
    try (PostgresServer server = PostgresServer.start()) {
      List<CompletableFuture<Integer>> nodes =
          IntStream.range(0, 4)
              .mapToObj(_ -> CompletableFuture.supplyAsync(() -> migrate(server)))
              .toList();
      assertThat(nodes.stream().map(CompletableFuture::join)).containsOnly(Migrations.known());
      assertThat(server.count("SELECT COUNT(*) FROM creature_schema"))
          .isEqualTo(Migrations.known());
    }
  }

  @Test
  void neverShowsThePassword() {
    JournalSettings settings =
        new JournalSettings("jdbc:postgresql://host/creature", "me", new Secret("hush"));
    assertThat(settings.toString()).doesNotContain("hush").contains("(hidden)");
    assertThat(Stream.of("jdbc:postgresql://host/db?password=hush", "jdbc:postgresql://a:hush@h/d"))
        .allSatisfy(url ->
            assertThatThrownBy(() -> new JournalSettings(url, "me", Secret.NONE))
                .hasMessageContaining("must not hold a password")
                .hasMessageNotContaining("hush"));
  }

  private static int migrate(PostgresServer server) {
    try (Database database = Database.of(server.settings())) {
      return Migrations.run(database);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long count(Database database, String query) throws SQLException {
    return database.ask(connection -> {
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery(query)) {
        boolean _ = rows.next();
        return rows.getLong(1);
      }
    });
  }

  private static void update(Database database, String sql) throws SQLException {
    int _ =
        database.ask(connection -> {
          try (var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
          }
        });
  }
}
