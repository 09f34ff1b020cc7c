package dev.creature.deploy.node;

import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.WorldView;
import dev.creature.deploy.cluster.BodyMessage;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** The body as a node sees it that may not have it; who watches keeps seeing when it moves. */
final class DistantBody {
  private static final Duration AGAIN = Duration.ofSeconds(3);

  private enum Again implements BodyCommand {
    INSTANCE
  }

  private DistantBody() {}

  /**
   * Makes one.
   *
   * @param region where the body is found
   */
  static Behavior<BodyCommand> create(Consumer<BodyMessage> region) {
    Set<ActorRef<WorldView>> watchers = new LinkedHashSet<>();
    return Behaviors.withTimers(timers -> {
      timers.startTimerWithFixedDelay(Again.INSTANCE, AGAIN);
      return Behaviors.receiveMessage(command -> {
        switch (command) {
          case Again _ ->
              watchers.forEach(
                  watcher -> region.accept(new BodyMessage.ToBody(new BodyCommand.Watch(watcher))));
          case BodyCommand.Watch watch -> {
            watchers.add(watch.watcher());
            region.accept(new BodyMessage.ToBody(watch));
          }
          case BodyCommand.Unwatch unwatch -> {
            watchers.remove(unwatch.watcher());
            region.accept(new BodyMessage.ToBody(unwatch));
          }
          default -> region.accept(new BodyMessage.ToBody(command));
        }
        return Behaviors.same();
      });
    });
  }
}
