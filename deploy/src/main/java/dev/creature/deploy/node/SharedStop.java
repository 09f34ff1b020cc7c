package dev.creature.deploy.node;

import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.StopReflex;
import dev.creature.deploy.cluster.BodyMessage;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * The one stop latch of the body, at the node that has it, and the nodes that follow it. Not
 * thread-safe: used by the body's own actor.
 */
final class SharedStop {
  private static final String AFAR = "stopped from another node";

  private final StopReflex reflex;
  private final Set<ActorRef<BodyMessage.StopState>> followers = new LinkedHashSet<>();
  private boolean decided;

  SharedStop(StopReflex reflex) {
    this.reflex = reflex;
  }

  /** The body is about to be told this. */
  void before(BodyCommand command) {
    switch (command) {
      case BodyCommand.Halt _ -> {
        decided = true;
        // Sent again until its sender knows: once is enough.
        if (!reflex.isStopped()) {
          reflex.stop(AFAR);
        }
        tellAll();
      }
      case BodyCommand.Release _ -> {
        decided = true;
        reflex.release();
        tellAll();
      }
      default -> {
        // The body alone knows.
      }
    }
  }

  /**
   * A node follows, perhaps not for the first time.
   *
   * @return whether it is a new one
   */
  boolean follow(BodyMessage.FollowStop follow) {
    final boolean fresh = followers.add(follow.follower());
    if (!decided && follow.stopped()) {
      decided = true;
      reflex.stop(AFAR);
      tellAll();
    } else {
      follow.follower().tell(state());
    }
    return fresh;
  }

  /** It is not there any more. */
  void left(ActorRef<?> follower) {
    followers.remove(follower);
  }

  private void tellAll() {
    BodyMessage.StopState now = state();
    followers.forEach(follower -> follower.tell(now));
  }

  private BodyMessage.StopState state() {
    StopReflex.Latch latch = reflex.latch();
    return new BodyMessage.StopState(latch.stopped(), latch.why());
  }
}
