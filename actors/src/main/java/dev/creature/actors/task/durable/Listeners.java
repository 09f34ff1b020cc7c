package dev.creature.actors.task.durable;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/** Who is told of changes, each until it ends. */
final class Listeners<T> {
  private final ActorContext<?> context;
  private final Function<ActorRef<T>, Runnable> watching;
  private final Set<ActorRef<T>> listeners = new LinkedHashSet<>();

  private Listeners(ActorContext<?> context, Function<ActorRef<T>, Runnable> watching) {
    this.context = context;
    this.watching = watching;
  }

  /**
   * Listeners of the actor of that context.
   *
   * @param gone the message that it gets when a listener has ended
   */
  static <T, M> Listeners<T> of(ActorContext<M> context, Function<ActorRef<T>, M> gone) {
    return new Listeners<>(
        context, listener -> () -> context.watchWith(listener, gone.apply(listener)));
  }

  void add(ActorRef<T> listener) {
    if (listeners.add(listener)) {
      watching.apply(listener).run();
    }
  }

  void remove(ActorRef<T> listener) {
    if (listeners.remove(listener)) {
      context.unwatch(listener);
    }
  }

  void tell(T news) {
    listeners.forEach(listener -> listener.tell(news));
  }
}
