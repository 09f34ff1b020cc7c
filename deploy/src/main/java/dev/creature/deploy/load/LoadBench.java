package dev.creature.deploy.load;

import dev.creature.deploy.bench.SuiteResult;
import dev.creature.deploy.storage.JournalSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts nodes on this machine, has phones talk with them, and reports. */
public final class LoadBench {
  /** What is done to the nodes meanwhile. */
  public enum Blow {
    NONE,
    KILL,
    ROLL,
    PARTITION
  }

  /**
   * What to try.
   *
   * @param nodes 1 stores in a file; several store in a PostgreSQL that is started for them
   * @param phones at once
   * @param time that they talk
   * @param blow done to one node after the other
   * @param every how often
   * @param typed share of turns that are typed
   * @param deeds share of turns that ask for a deed
   * @param engine options of {@code up} that choose whose voice speaks
   */
  public record Plan(
      int nodes,
      int phones,
      Duration time,
      Blow blow,
      Duration every,
      double typed,
      double deeds,
      int pauseMillis,
      List<String> engine,
      long seed) {
    public Plan {
      engine = List.copyOf(engine);
      if (nodes < 1 || nodes > 9 || phones < 1 || phones > 500) {
        throw new IllegalArgumentException("1 to 9 nodes, 1 to 500 phones");
      }
      if (time.compareTo(Duration.ofHours(2)) > 0) {
        throw new IllegalArgumentException("two hours at most");
      }
    }
  }

  private static final Duration LAST_DEEDS = Duration.ofSeconds(90);
  private static final Duration PARTITION = Duration.ofSeconds(30);

  private LoadBench() {}

  /**
   * Runs it.
   *
   * @param recordings that the phones speak; what cannot be read is refused
   * @param folder gets a folder for each node, with its log
   */
  public static SuiteResult run(Plan plan, List<Path> recordings, Path folder)
      throws IOException, InterruptedException, GeneralSecurityException, SQLException {
    List<Clip> clips = new ArrayList<>();
    for (Path recording : recordings) {
      clips.add(Clip.read(recording));
    }
    PhoneHabits habits = new PhoneHabits(clips, plan.typed(), plan.deeds(), plan.pauseMillis());
    Path nodes = fresh(folder.resolve("nodes"));
    if (plan.nodes() == 1) {
      return run(plan, habits, nodes, here(plan), Optional.empty(), disturbance(plan));
    }
    if (!LocalPostgres.isInstalled()) {
      throw new IOException("several nodes need PostgreSQL: install the package postgresql");
    }
    if (plan.blow() == Blow.PARTITION) {
      return partitioned(plan, habits, nodes);
    }
    try (LocalPostgres database = LocalPostgres.start(LocalPostgres.LOOPBACK)) {
      return run(
          plan, habits, nodes, here(plan), Optional.of(database.settings()), disturbance(plan));
    }
  }

  private static SuiteResult partitioned(Plan plan, PhoneHabits habits, Path folder)
      throws IOException, InterruptedException, GeneralSecurityException, SQLException {
    Optional<String> missing = LocalNetwork.missing();
    if (missing.isPresent()) {
      throw new IOException(missing.get());
    }
    try (LocalNetwork network = LocalNetwork.make(plan.nodes());
        LocalPostgres database = LocalPostgres.start(network.machine())) {
      return run(
          plan,
          habits,
          folder,
          network.places(),
          Optional.of(database.settings()),
          new Partitions(network, plan.every(), PARTITION));
    }
  }

  private static List<LocalNode.Place> here(Plan plan) {
    return Collections.nCopies(plan.nodes(), LocalNode.Place.HERE);
  }

  private static Disturbance disturbance(Plan plan) {
    return switch (plan.blow()) {
      case NONE, PARTITION -> Disturbance.NONE;
      case KILL -> Disturbance.kills(plan.every());
      case ROLL -> Disturbance.rolls(plan.every());
    };
  }

  private static SuiteResult run(
      Plan plan,
      PhoneHabits habits,
      Path folder,
      List<LocalNode.Place> places,
      Optional<JournalSettings> journal,
      Disturbance disturbance)
      throws IOException, InterruptedException, GeneralSecurityException, SQLException {
    LoadRun.Outcome outcome;
    try (LocalCluster cluster = LocalCluster.start(places, journal, folder, plan.engine())) {
      LocalNode first = cluster.nodes().getFirst();
      Optional<String> token =
          first.place().namespace().isPresent()
              ? Optional.of(Pairing.token(first))
              : Optional.empty();
      LoadRun run =
          new LoadRun(
              new LoadRun.Extent(plan.phones(), plan.time(), plan.seed()),
              habits,
              token,
              disturbance);
      outcome = run.run(cluster);
      if (journal.isPresent()) {
        // What was said last is stored a moment later, and a body does one thing after the other.
        Thread.sleep(Duration.ofSeconds(2));
        JournalCheck.awaitDeeds(journal.get(), turns(outcome), LAST_DEEDS);
      }
    }
    Optional<List<String>> findings = Optional.empty();
    if (journal.isPresent()) {
      findings = Optional.of(JournalCheck.findings(journal.get(), turns(outcome)));
    }
    return LoadReport.of(
        outcome,
        "%d phones and %d nodes for %d s; %s; `up %s`."
            .formatted(
                plan.phones(),
                plan.nodes(),
                plan.time().toSeconds(),
                switch (plan.blow()) {
                  case NONE -> "nothing done to the nodes";
                  case KILL -> "one node killed every " + plan.every().toSeconds() + " s";
                  case ROLL -> "one node ended and started after the other";
                  case PARTITION ->
                      "one node cut off for " + PARTITION.toSeconds() + " s after the other";
                },
                String.join(" ", plan.engine())),
        findings);
  }

  private static List<PhoneTurn> turns(LoadRun.Outcome outcome) {
    return outcome.phones().stream().flatMap(phone -> phone.turns().stream()).toList();
  }

  /** An empty folder: what an earlier run left must not be taken for this one's. */
  private static Path fresh(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    return Files.createDirectories(folder);
  }
}
