package dev.creature.deploy.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.task.Clearance;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.Reversibility;
import dev.creature.actors.task.TaskCommand;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskRequest;
import dev.creature.deploy.cluster.CrossingSerializer;
import dev.creature.deploy.storage.Database;
import dev.creature.deploy.storage.Migrations;
import dev.creature.deploy.storage.PostgresServer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SharedOutboxTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  @Timeout(120)
  void bringsTheBoardWhatANodeHadBeenAskedThatIsGoneAndOnlyThat() throws Exception {
    PostgresServer.assumeInstalled();
    ActorTestKit kit = ActorTestKit.create();
    CrossingSerializer crossing =
        new CrossingSerializer((ExtendedActorSystem) Adapter.toClassic(kit.system()));
    try (PostgresServer server = PostgresServer.start();
        Database database = Database.of(server.settings())) {
      int _ = Migrations.run(database);
      TestProbe<TaskCommand> board = kit.createTestProbe();
      TaskCommand.Request brought = request(kit, "c1.1.1.1");
      TaskCommand.Request left = request(kit, "c1.4.1.1");
      TaskCommand.Request takenBack = request(kit, "c1.3.1.1");
      TaskCommand.Cancel back =
          new TaskCommand.Cancel(
              takenBack.request().id(), "you took it back", kit.system().ignoreRef());
      try (SharedOutbox gone = new SharedOutbox(database, crossing)) {
        gone.asked(brought);
        gone.answered(brought);
        gone.asked(takenBack);
        gone.asked(back);
        gone.asked(left);
        board.awaitAssert(
            PATIENCE,
            () -> {
              assertThat(rows(server)).isEqualTo(2);
              return true;
            });
      }

      try (SharedOutbox outbox = new SharedOutbox(database, crossing)) {
        kit.spawn(OutboxReader.create(outbox, board.ref()));
        TaskCommand.Cancel first = board.expectMessageClass(TaskCommand.Cancel.class, PATIENCE);
        assertThat(first.task()).isEqualTo(back.task());
        first.replyTo().tell(new TaskCommand.Unknown(back.task()));
        TaskCommand.Request second = board.expectMessageClass(TaskCommand.Request.class, PATIENCE);
        assertThat(second.request()).isEqualTo(left.request());
        second.replyTo().tell(new TaskCommand.Refused(left.request().id(), "not today"));
        // Answered is forgotten, and comes no more.
        board.awaitAssert(
            PATIENCE,
            () -> {
              assertThat(rows(server)).isZero();
              return true;
            });
      }
    } finally {
      kit.shutdownTestKit();
    }
  }

  private static TaskCommand.Request request(ActorTestKit kit, String id) {
    return new TaskCommand.Request(
        new TaskRequest(
            new TaskId(id),
            new PhysicalTask(
                "turn",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(Map.of("direction", "left"))),
            Reversibility.REVERSIBLE,
            Clearance.ALLOWED,
            "",
            "c1",
            Optional.empty()),
        kit.system().ignoreRef());
  }

  private static long rows(PostgresServer server) {
    try {
      return server.count("SELECT COUNT(*) FROM board_outbox");
    } catch (SQLException away) {
      throw new AssertionError(away);
    }
  }
}
