package dev.creature.deploy.storage;

import dev.creature.reasoning.memory.Fact;
import dev.creature.reasoning.memory.Household;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What users told, in the journal's database. Calls block. */
public final class HouseholdTable {
  private final Database database;

  /** That of a database, whose schema is up to date. */
  public HouseholdTable(Database database) {
    this.database = database;
  }

  /** All of it. */
  public Household read() throws SQLException {
    return database.ask(connection -> {
      Household household = Household.EMPTY;
      try (PreparedStatement select =
              connection.prepareStatement("SELECT about, words, told_millis FROM household_fact");
          ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          household =
              household.with(new Fact(rows.getString(1), rows.getString(2), rows.getLong(3)));
        }
      }
      return household;
    });
  }

  /**
   * Keeps a fact in place of what was known about the same; the oldest gives way to one too many.
   */
  public void keep(Fact fact) throws SQLException {
    long _ =
        database.ask(connection -> {
          try (PreparedStatement delete =
                  connection.prepareStatement("DELETE FROM household_fact WHERE about = ?");
              PreparedStatement insert =
                  connection.prepareStatement(
                      "INSERT INTO household_fact (about, words, told_millis) VALUES (?, ?, ?)");
              PreparedStatement bound =
                  connection.prepareStatement(
                      "DELETE FROM household_fact WHERE about IN (SELECT about FROM household_fact"
                          + " ORDER BY told_millis DESC OFFSET ? ROWS)")) {
            delete.setString(1, fact.about());
            int _ = delete.executeUpdate();
            insert.setString(1, fact.about());
            insert.setString(2, fact.words());
            insert.setLong(3, fact.atMillis());
            int _ = insert.executeUpdate();
            bound.setInt(1, Household.MOST);
            return (long) bound.executeUpdate();
          }
        });
  }

  /** Forgets these. */
  public void forget(List<Fact> facts) throws SQLException {
    long _ =
        database.ask(connection -> {
          long gone = 0;
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM household_fact WHERE about = ?")) {
            for (Fact fact : facts) {
              delete.setString(1, fact.about());
              gone += delete.executeUpdate();
            }
          }
          return gone;
        });
  }
}
