package dev.creature.deploy.node;

import dev.creature.actors.body.WorldView;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Passes on what the body's world looks like: often what moves, and now and then all of it. */
final class WorldWatch {
  /** The body tells ten times a second; a page needs a little less. */
  private static final int EVERY = 3;

  /** Whoever comes late has the map after five seconds. */
  private static final int WHOLE_EVERY = 51;

  private WorldWatch() {}

  /** Makes a watcher that tells JSON objects. */
  static Behavior<WorldView> create(Consumer<String> console) {
    return after(0, console);
  }

  private static Behavior<WorldView> after(int views, Consumer<String> console) {
    return Behaviors.receiveMessage(view -> {
      if (views % EVERY == 0) {
        console.accept(WorldJson.of(view, views % WHOLE_EVERY == 0).toString());
      }
      return after(views + 1, console);
    });
  }
}
