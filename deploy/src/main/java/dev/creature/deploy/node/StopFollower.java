package dev.creature.deploy.node;

import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.StopReflex;
import dev.creature.deploy.cluster.BodyMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * Keeps a node's stop latch as the body's: a stop at any node holds at all. A stop here is sent
 * again until the body says that it stands, so that it outlives the death of the body's node; until
 * then nobody else's word releases it here.
 */
final class StopFollower {
  private static final Duration AGAIN = Duration.ofSeconds(1);

  /** What it is told. */
  sealed interface Command {}

  /** What happened to this node's own latch. */
  private enum Here implements Command {
    STOPPED,
    RELEASED
  }

  private record Told(BodyMessage.StopState state) implements Command {}

  private enum Again implements Command {
    INSTANCE
  }

  private final Consumer<BodyMessage> region;
  private final StopReflex reflex;
  private final ActorRef<BodyMessage.StopState> told;
  private final ActorContext<Command> context;
  private volatile Optional<Thread> following = Optional.empty();
  private long seen;
  private boolean unheard;

  private StopFollower(
      ActorContext<Command> context, Consumer<BodyMessage> region, StopReflex reflex) {
    this.context = context;
    this.region = region;
    this.reflex = reflex;
    this.told = context.messageAdapter(BodyMessage.StopState.class, Told::new);
  }

  /**
   * Makes one.
   *
   * @param region where the body is found
   * @param reflex this node's latch
   */
  static Behavior<Command> create(Consumer<BodyMessage> region, StopReflex reflex) {
    return Behaviors.setup(context ->
        Behaviors.withTimers(timers -> {
          timers.startTimerWithFixedDelay(Again.INSTANCE, AGAIN);
          return new StopFollower(context, region, reflex).follow();
        }));
  }

  /** As the body says it. */
  static Command told(BodyMessage.StopState state) {
    return new Told(state);
  }

  private Behavior<Command> follow() {
    ActorRef<Command> self = context.getSelf();
    reflex.onStop(() -> tellUnlessFollowing(self, Here.STOPPED));
    reflex.onRelease(() -> tellUnlessFollowing(self, Here.RELEASED));
    again();
    return Behaviors.receiveMessage(command -> {
      switch (command) {
        case Here.STOPPED -> {
          unheard = true;
          seen = reflex.stops();
          halt();
        }
        case Here.RELEASED -> {
          unheard = false;
          region.accept(new BodyMessage.ToBody(BodyCommand.Release.INSTANCE));
        }
        case Told(var state) -> {
          unheard = unheard && !state.stopped();
          if (!unheard) {
            become(state);
          }
        }
        case Again.INSTANCE -> again();
      }
      return Behaviors.same();
    });
  }

  /** Stands as the body's latch does, without telling the body what it said itself. */
  private void become(BodyMessage.StopState state) {
    following = Optional.of(Thread.currentThread());
    if (state.stopped() && !reflex.isStopped()) {
      reflex.stop(state.why());
      seen = reflex.stops();
    } else if (!state.stopped() && reflex.stops() == seen) {
      // A stop that this actor has not seen yet is younger than what the body says.
      reflex.release();
    }
    following = Optional.empty();
  }

  /** The latch calls back on the thread that moved it. */
  private void tellUnlessFollowing(ActorRef<Command> self, Here happened) {
    if (following.filter(Thread.currentThread()::equals).isEmpty()) {
      self.tell(happened);
    }
  }

  private void again() {
    if (unheard) {
      halt();
    }
    region.accept(new BodyMessage.FollowStop(told, reflex.isStopped()));
  }

  private void halt() {
    region.accept(new BodyMessage.ToBody(new BodyCommand.Halt(context.getSystem().ignoreRef())));
  }
}
