package dev.creature.tools.reachy;

import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.StopReflex;
import dev.creature.tools.remote.RemoteBody;
import java.net.URI;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Reachy Mini as a body: looks, nods, shakes, waves, bows, tilts, turns, dances; no more. */
public final class ReachyMiniBody {
  private ReachyMiniBody() {}

  /**
   * The body of this name.
   *
   * @param name stays the same over restarts: the journal is found by it
   * @param daemon such as {@code http://reachy-mini.local:8000}
   */
  public static Behavior<BodyCommand> create(String name, StopReflex reflex, URI daemon) {
    return Behaviors.setup(
        _ -> RemoteBody.create(name, reflex, new ReachyMini(new ReachyMiniDaemon(daemon))));
  }
}
