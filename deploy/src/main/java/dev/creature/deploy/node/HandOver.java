package dev.creature.deploy.node;

import dev.creature.actors.link.LinkCommand;
import dev.creature.actors.task.TaskCommand;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.typed.ActorRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a node that is to end leaves what it has to the others. */
final class HandOver {
  private static final Logger LOG = LoggerFactory.getLogger(HandOver.class);

  /** Longer than most turns with their answers. */
  private static final Duration PAUSES = Duration.ofSeconds(15);

  /** Longer than the board takes to move, when its own node ended just before. */
  private static final Duration DEEDS = Duration.ofSeconds(8);

  private HandOver() {}

  /**
   * Has each conversation go on elsewhere from its next pause, and then waits until the board has
   * all deeds that were asked for here. Who never pauses is cut. Blocks.
   *
   * @param board of a node among several; nothing while it has none
   */
  static void run(ActorRef<LinkCommand> links, Optional<ActorRef<TaskCommand>> board) {
    CompletableFuture<Void> empty = new CompletableFuture<>();
    links.tell(new Switchboard.Drain("this node goes to sleep; another goes on", empty));
    await(empty, PAUSES, "not every conversation paused");
    board.ifPresent(tasks -> {
      CompletableFuture<Void> answered = new CompletableFuture<>();
      tasks.tell(new DistantBoard.WhenAnswered(answered));
      await(answered, DEEDS, "the board has not answered everything");
    });
  }

  private static void await(CompletableFuture<Void> what, Duration patience, String otherwise) {
    try {
      what.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("{} in {} s", otherwise, patience.toSeconds());
    }
  }
}
