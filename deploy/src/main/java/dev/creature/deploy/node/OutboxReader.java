package dev.creature.deploy.node;

import dev.creature.actors.task.TaskCommand;
import java.time.Duration;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Beside the board: gives it what nodes had been asked that are gone since. What the board knows
 * already changes nothing there.
 */
final class OutboxReader {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxReader.class);
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** What it is told; by itself only. */
  sealed interface Command {}

  private enum Look implements Command {
    INSTANCE
  }

  private record Found(List<TaskCommand> changes) implements Command {}

  private record Answered(TaskCommand change, boolean known) implements Command {}

  private OutboxReader() {}

  static Behavior<Command> create(SharedOutbox outbox, ActorRef<TaskCommand> board) {
    return Behaviors.setup(context ->
        Behaviors.withTimers(timers -> {
          timers.startTimerWithFixedDelay(Look.INSTANCE, LOOK);
          context.getSelf().tell(Look.INSTANCE);
          return Behaviors.receive(Command.class)
              .onMessage(
                  Look.class,
                  _ -> {
                    context.pipeToSelf(
                        outbox.waiting(),
                        (changes, failure) -> new Found(failure == null ? changes : List.of()));
                    return Behaviors.same();
                  })
              .onMessage(
                  Found.class,
                  found -> {
                    found.changes().forEach(change -> give(context, board, change));
                    return Behaviors.same();
                  })
              .onMessage(
                  Answered.class,
                  answered -> {
                    if (answered.known()) {
                      outbox.answered(answered.change());
                    }
                    return Behaviors.same();
                  })
              .build();
        }));
  }

  private static void give(
      ActorContext<Command> context, ActorRef<TaskCommand> board, TaskCommand change) {
    LOG.info("task {}: its node did not bring it to the board", DistantBoard.task(change));
    context.ask(
        TaskCommand.Reply.class,
        board,
        PATIENCE,
        replyTo -> DistantBoard.answeredTo(change, replyTo),
        (_, failure) -> new Answered(change, failure == null));
  }
}
