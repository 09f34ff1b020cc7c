package dev.creature.tools.simulator;

import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.WorldView;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/** Who looks at the world, each until it ends. */
final class Audience {
  private final ActorContext<BodyCommand> context;
  private final Set<ActorRef<WorldView>> watchers = new LinkedHashSet<>();

  Audience(ActorContext<BodyCommand> context) {
    this.context = context;
  }

  void add(ActorRef<WorldView> watcher, WorldView now) {
    if (watchers.add(watcher)) {
      context.watchWith(watcher, new BodyCommand.Unwatch(watcher));
    }
    watcher.tell(now);
  }

  void remove(ActorRef<WorldView> watcher) {
    if (watchers.remove(watcher)) {
      context.unwatch(watcher);
    }
  }

  /** Makes a view only where somebody looks. */
  void show(Supplier<WorldView> view) {
    if (!watchers.isEmpty()) {
      WorldView now = view.get();
      watchers.forEach(it -> it.tell(now));
    }
  }
}
