package dev.creature.deploy.node;

import dev.creature.deploy.storage.Database;
import dev.creature.deploy.storage.HouseholdTable;
import dev.creature.reasoning.memory.Fact;
import dev.creature.reasoning.memory.Household;
import dev.creature.reasoning.memory.Told;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What users told, known at once and stored behind that. What another node was told is known from
 * the next {@link #refresh} on. Thread-safe; no call blocks.
 */
public final class HouseholdMemory {
  private static final Logger LOG = LoggerFactory.getLogger(HouseholdMemory.class);
  private static final String ERRAND = "errand ";

  private final Optional<HouseholdTable> table;
  private final InstantSource clock;
  private final AtomicReference<Household> known = new AtomicReference<>(Household.EMPTY);
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("household").factory());

  private HouseholdMemory(Optional<HouseholdTable> table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  /** One that ends with the process. */
  static HouseholdMemory ofThisRun() {
    return new HouseholdMemory(Optional.empty(), InstantSource.system());
  }

  /** One that stays. The schema is up to date. */
  static HouseholdMemory in(Database database, InstantSource clock) {
    HouseholdMemory memory = new HouseholdMemory(Optional.of(new HouseholdTable(database)), clock);
    memory.refresh();
    return memory;
  }

  /** Takes in what other nodes were told. */
  void refresh() {
    later(stored -> known.set(stored.read()));
  }

  /** A user has said something that is for the memory. */
  void told(Told told) {
    switch (told) {
      case Told.Keep(String about, String words, var _) ->
          keep(new Fact(about, words, clock.millis()));
      case Told.Forget(String about) -> forget(known.get().about(about));
      case Told.ForgetAll() -> forget(List.copyOf(known.get().facts().values()));
      case Told.Recall _ -> {
        // A question changes nothing.
      }
    }
  }

  /** An errand is over. */
  void ended(String request, boolean done) {
    if (Told.about(request).isEmpty() || request.length() > Fact.MOST_CHARACTERS / 2) {
      return;
    }
    String words = "the errand \"" + request + "\" " + (done ? "was done" : "could not be done");
    keep(new Fact(ERRAND + Told.about(request), words, clock.millis()));
  }

  /** What is known that may matter for a request, a sentence each. */
  List<String> relevant(String request) {
    return known.get().relevant(request).stream()
        .map(fact ->
            fact.about().startsWith(ERRAND)
                ? "Before, " + fact.words() + "."
                : "The user said: \"" + fact.words() + "\".")
        .toList();
  }

  /** What is said to words that are for the memory; empty where it has nothing to say. */
  Optional<String> reply(Told told) {
    return switch (told) {
      case Told.Keep(var _, var _, boolean asked) ->
          asked ? Optional.of("I'll remember that.") : Optional.empty();
      case Told.Forget _ -> Optional.of("All right, I forget that.");
      case Told.ForgetAll _ -> Optional.of("All right, I forget all that you told me.");
      case Told.Recall(String about) -> {
        String facts =
            known.get().about(about).stream()
                .filter(fact -> !fact.about().startsWith(ERRAND))
                .limit(2)
                .map(Fact::toUser)
                .collect(Collectors.joining(", and "));
        yield facts.isEmpty() ? Optional.empty() : Optional.of("You told me: " + facts + ".");
      }
    };
  }

  private void keep(Fact fact) {
    Household _ = known.updateAndGet(household -> household.with(fact));
    later(stored -> stored.keep(fact));
  }

  private void forget(List<Fact> facts) {
    Household _ = known.updateAndGet(household -> household.without(facts));
    later(stored -> stored.forget(facts));
  }

  private interface Change {
    void make(HouseholdTable table) throws SQLException;
  }

  /** In the order in which it was told. */
  private void later(Change change) {
    if (table.isEmpty()) {
      return;
    }
    try {
      writer.execute(() -> {
        try {
          change.make(table.get());
        } catch (SQLException | RuntimeException failed) {
          LOG.warn("what the user told could not be stored: {}", failed.toString());
        }
      });
    } catch (RejectedExecutionException closed) {
      LOG.debug("told too late", closed);
    }
  }

  /** Completes when all that was told by now is stored. */
  CompletableFuture<?> settled() {
    return CompletableFuture.runAsync(() -> {}, writer);
  }

  /** Waits until all that was told is stored. */
  void close() {
    writer.close();
  }
}
