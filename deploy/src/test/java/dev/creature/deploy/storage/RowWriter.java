package dev.creature.deploy.storage;

import java.nio.file.Path;
import java.sql.SQLException;

/** A process that stores events for ever, and prints the number of each once it was answered. */
final class RowWriter {
  private RowWriter() {}

  /** Arguments: the data folder, and the first number. */
  public static void main(String[] arguments) throws SQLException {
    try (Database database = Database.of(JournalSettings.FILE.in(Path.of(arguments[0])))) {
      int _ = Migrations.run(database);
      for (long number = Long.parseLong(arguments[1]); true; number++) {
        Rows.store(database, number);
        System.out.println(number + ".");
        System.out.flush();
      }
    }
  }
}
