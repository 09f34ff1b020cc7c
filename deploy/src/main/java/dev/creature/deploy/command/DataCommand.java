package dev.creature.deploy.command;

import dev.creature.deploy.configuration.ConfigurationFile;
import dev.creature.deploy.node.DataFolder;
import dev.creature.deploy.remote.RunningNode;
import dev.creature.deploy.storage.Database;
import dev.creature.deploy.storage.Migrations;
import dev.creature.deploy.storage.PersonalData;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Holds what has to do with what the creature has stored of people. */
@Command(
    name = "data",
    mixinStandardHelpOptions = true,
    description = "Export or delete what the creature has stored of people.",
    subcommands = {DataCommand.Export.class, DataCommand.Delete.class})
final class DataCommand implements Runnable {
  /** In the data folder, beside the journal. */
  private static final List<String> FILES = List.of("audit.jsonl", "devices.json");

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** Where it is stored. */
  static final class Place {
    @Option(
        names = "--config",
        paramLabel = "FILE",
        description =
            "The configuration (default: creature/creature.conf in the user's configuration"
                + " folder).")
    private Optional<Path> config = Optional.empty();

    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "The data folder (default: the user's).")
    private Optional<Path> data = Optional.empty();

    DataFolder folder() throws IOException {
      return DataFolder.open(
          data.orElseGet(
              () -> DataFolder.ofUser(System.getenv(), Path.of(System.getProperty("user.home")))));
    }

    /** The journal, brought up to date. */
    Database open(DataFolder folder) throws IOException {
      Database database =
          Database.of(ConfigurationFile.ofUser().read(config).journal().in(folder.path()));
      try {
        int _ = Migrations.run(database);
        return database;
      } catch (SQLException away) {
        database.close();
        throw new IOException(
            "the journal can't be opened; is the creature running? " + away.getMessage(), away);
      }
    }

    void refuseWhileRunning(DataFolder folder, PersonalData data) throws SQLException {
      if (RunningNode.on(folder.path()).isPresent() || data.isInUse()) {
        throw new BadInput("the creature is running; end all its nodes first");
      }
    }
  }

  /** Writes it down for the person. */
  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = {
        "Write all that is stored of people into a file: what was said, heard, asked for and",
        "remembered, and the devices, a JSON object a line. Keys and tokens are left out."
      })
  static final class Export implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private Place place;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "A new file.")
    private Path out;

    @Override
    public Integer call() throws IOException, SQLException {
      if (Files.exists(out)) {
        throw new BadInput(out + ": is there already; name a new file");
      }
      DataFolder folder = place.folder();
      try (Database database = place.open(folder);
          BufferedWriter writer = Files.newBufferedWriter(out)) {
        long lines = new PersonalData(database).export(writer);
        spec.commandLine().getOut().println(out + ": " + lines + " lines");
      }
      Path audit = folder.path().resolve("audit.jsonl");
      if (Files.exists(audit)) {
        spec.commandLine().getOut().println("decisions about what was asked for: " + audit);
      }
      return ExitCode.DONE.code();
    }
  }

  /** Deletes it for good. */
  @Command(
      name = "delete",
      mixinStandardHelpOptions = true,
      description = {
        "Delete for good what is stored of people. One of --all and --older-than must be given.",
        "Copies that were made of the database are not reached."
      })
  static final class Delete implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private Place place;

    @Option(
        names = "--all",
        description =
            "Everything: conversations, tasks, memories, the log of decisions, paired devices."
                + " No node may run.")
    private boolean all;

    @Option(
        names = "--older-than",
        paramLabel = "DAYS",
        description =
            "Conversations in which nothing was said for so many days. On PostgreSQL nodes may run"
                + " meanwhile.")
    private Optional<Integer> days = Optional.empty();

    @Override
    public Integer call() throws IOException, SQLException {
      if (all == days.isPresent()) {
        throw new BadInput("say either --all or --older-than DAYS");
      }
      if (days.filter(it -> it < 1).isPresent()) {
        throw new BadInput("--older-than must be at least 1 day");
      }
      DataFolder folder = place.folder();
      try (Database database = place.open(folder)) {
        PersonalData data = new PersonalData(database);
        String done =
            days.isPresent()
                ? data.deleteConversationsBefore(before(days.get())) + " conversations deleted"
                : everything(folder, data);
        spec.commandLine().getOut().println(done);
      }
      return ExitCode.DONE.code();
    }

    private static Instant before(int days) {
      return Clock.systemUTC().instant().minus(Duration.ofDays(days));
    }

    private String everything(DataFolder folder, PersonalData data)
        throws IOException, SQLException {
      place.refuseWhileRunning(folder, data);
      long rows = data.deleteAll();
      for (String file : FILES) {
        boolean _ = Files.deleteIfExists(folder.path().resolve(file));
      }
      return rows + " rows deleted; pair the devices again";
    }
  }
}
