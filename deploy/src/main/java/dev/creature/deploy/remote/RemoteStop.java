package dev.creature.deploy.remote;

import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.BodyEvent;
import java.util.concurrent.Executor;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops and releases the body of a creature in another process; all else goes by its board. */
public final class RemoteStop {
  private static final Logger LOG = LoggerFactory.getLogger(RemoteStop.class);

  private RemoteStop() {}

  /**
   * For that node. A stop that does not get through is not answered: whoever asked must not believe
   * that the body stands.
   *
   * @param calls runs calls that block
   */
  public static Behavior<BodyCommand> create(RunningNode node, Executor calls) {
    return Behaviors.receiveMessage(command -> {
      switch (command) {
        case BodyCommand.Halt(var replyTo) ->
            calls.execute(() -> {
              try {
                replyTo.tell(new BodyEvent.Halted(node.stop()));
              } catch (RunningNode.Refusal refusal) {
                LOG.error("the stop did not get through: {}", refusal.getMessage());
              }
            });
        case BodyCommand.Release _ ->
            calls.execute(() -> {
              try {
                node.release();
              } catch (RunningNode.Refusal refusal) {
                LOG.error("the release did not get through: {}", refusal.getMessage());
              }
            });
        case BodyCommand _ -> {
          // A body is moved by tasks only, and those go by the board.
        }
      }
      return Behaviors.same();
    });
  }
}
