package dev.creature.deploy.load;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.creature.Creature;
import dev.creature.actors.creature.CreatureCommand;
import dev.creature.actors.talk.Exchange;
import dev.creature.actors.talk.TalkMemory;
import dev.creature.deploy.bench.Figure;
import dev.creature.deploy.bench.SuiteResult;
import dev.creature.deploy.bench.Target;
import dev.creature.deploy.node.Journal;
import dev.creature.deploy.storage.Database;
import dev.creature.deploy.storage.JournalSettings;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** How soon a creature, and a long conversation, are there again from a journal of many events. */
public final class RecoveryBench {
  private static final double WANTED_MILLIS = 1_000;
  private static final String CREATURE = "creature";
  private static final ConversationId TALK = new ConversationId("cbench");
  private static final int EXCHANGES = 150;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private RecoveryBench() {}

  /**
   * Fills a PostgreSQL of its own with so many events, and measures.
   *
   * @param events half of them are one conversation's, half belong to many others
   */
  public static SuiteResult run(int events) throws IOException, InterruptedException, SQLException {
    if (!LocalPostgres.isInstalled()) {
      throw new IOException("this needs PostgreSQL: install the package postgresql");
    }
    List<Figure> figures = new ArrayList<>();
    try (LocalPostgres postgres = LocalPostgres.start(LocalPostgres.LOOPBACK)) {
      JournalSettings settings = postgres.settings();
      live(
          settings,
          (system, name) -> {
            for (int turn = 1; turn <= EXCHANGES; turn++) {
              system.tell(
                  new CreatureCommand.Remember(name, new Exchange(turn, "a", "b", false), turn));
            }
            ask(system);
            var _ = talk(system, 1, EXCHANGES);
            return 0;
          });
      fill(settings, events);
      // The last snapshot is far behind now, as a process that was killed may leave it; once.
      figures.add(
          figure(
              "a conversation of %,d events, the last snapshot at its beginning"
                  .formatted(events / 2),
              live(settings, (system, _) -> talk(system, 2, EXCHANGES)),
              Target.none()));
      List<Double> creature = new ArrayList<>();
      List<Double> talk = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        long fence = 3L + i;
        creature.add(live(settings, (system, _) -> ask(system)));
        talk.add(live(settings, (system, _) -> talk(system, fence, 0)));
      }
      figures.add(each("the creature", creature));
      figures.add(each("a conversation of %,d events".formatted(events / 2), talk));
    }
    return new SuiteResult(
        "recovery",
        "A journal of %,d events in PostgreSQL; from the first message to the answer, in a system that has just started, its first connection to the database included."
            .formatted(events),
        figures,
        List.of());
  }

  private interface Life {
    double live(ActorSystem<CreatureCommand> system, String conversation) throws SQLException;
  }

  private static double live(JournalSettings settings, Life life) throws SQLException {
    Behavior<CreatureCommand> root =
        Behaviors.setup(context -> {
          Journal.prepare(context.getSystem());
          return Creature.create(CREATURE);
        });
    ActorSystem<CreatureCommand> system =
        ActorSystem.create(root, "recovery", Journal.of(settings));
    try {
      return life.live(system, TALK.value());
    } finally {
      system.terminate();
      system.getWhenTerminated().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }
  }

  private static double ask(ActorSystem<CreatureCommand> system) {
    long asked = System.nanoTime();
    CompletionStage<CreatureCommand.Known> known =
        AskPattern.ask(system, CreatureCommand.Ask::new, PATIENCE, system.scheduler());
    var _ = known.toCompletableFuture().join();
    return (System.nanoTime() - asked) / 1e6;
  }

  /** Takes the conversation, and says so much more in it. */
  private static double talk(ActorSystem<CreatureCommand> system, long fence, int more) {
    CompletableFuture<Long> recalled = new CompletableFuture<>();
    CompletableFuture<Void> stored = new CompletableFuture<>();
    Behavior<TalkMemory.News> news =
        Behaviors.receiveMessage(message -> {
          switch (message) {
            case TalkMemory.Recalled _ -> recalled.complete(System.nanoTime());
            case TalkMemory.Stored(long count) when count >= 2L * more -> stored.complete(null);
            case TalkMemory.News _ -> {
              // Not yet.
            }
          }
          return Behaviors.same();
        });
    var listener = system.systemActorOf(news, "news", org.apache.pekko.actor.typed.Props.empty());
    long asked = System.nanoTime();
    var memory =
        system.systemActorOf(
            TalkMemory.create(TALK, fence, "bench", listener),
            "memory",
            org.apache.pekko.actor.typed.Props.empty());
    double millis = (recalled.orTimeout(120, TimeUnit.SECONDS).join() - asked) / 1e6;
    for (int i = 0; i < more; i++) {
      int turn = Math.toIntExact(fence * 10_000 + i);
      memory.tell(new TalkMemory.Observed(new ConversationEvent.UserFinal(0, turn, "a")));
      memory.tell(
          new TalkMemory.Observed(new ConversationEvent.ReplyAudioEnded(0, turn, "b", false)));
    }
    if (more > 0) {
      stored.orTimeout(120, TimeUnit.SECONDS).join();
    }
    return millis;
  }

  /** Copies what was stored, so that it is as the program stores it. */
  private static void fill(JournalSettings settings, int events) throws SQLException {
    String columns =
        " deleted, writer, write_timestamp, adapter_manifest, event_ser_id, event_ser_manifest,"
            + " event_payload";
    try (Database database = Database.of(settings)) {
      // Long: not within the time that a question may usually take.
      for (int done = 0; done < events; done += 50_000) {
        int count = Math.min(50_000, events - done);
        int from = done;
        int _ =
            database.ask(connection -> {
              try (PreparedStatement copy =
                  connection.prepareStatement(
                      "INSERT INTO event_journal (persistence_id, sequence_number,"
                          + columns
                          + ") SELECT CASE WHEN n % 2 = 0 THEN own.persistence_id ELSE 'talk|other'"
                          + " || (n % 997) END, CASE WHEN n % 2 = 0 THEN own.last + 1 + n / 2"
                          + " ELSE 1 + n END,"
                          + columns
                          + " FROM generate_series(?, ?) AS n, (SELECT e.*, m.last FROM"
                          + " event_journal e JOIN (SELECT MAX(sequence_number) AS last FROM"
                          + " event_journal WHERE persistence_id = ? AND sequence_number <= ?) m"
                          + " ON e.sequence_number = m.last WHERE e.persistence_id = ?) own")) {
                copy.setInt(1, from);
                copy.setInt(2, from + count - 1);
                copy.setString(3, "talk|" + TALK.value());
                copy.setInt(4, 2 * EXCHANGES + 1);
                copy.setString(5, "talk|" + TALK.value());
                return copy.executeUpdate();
              }
            });
      }
    }
  }

  private static Figure each(String name, List<Double> each) {
    List<Double> sorted = each.stream().sorted().toList();
    return new Figure(
        name + ", longest",
        sorted.getLast(),
        "ms",
        Target.atMost(WANTED_MILLIS),
        each.size(),
        each);
  }

  private static Figure figure(String name, double value, Target target) {
    return Figure.of(name, value, "ms", target, 1);
  }
}
