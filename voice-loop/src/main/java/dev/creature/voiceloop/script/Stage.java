package dev.creature.voiceloop.script;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** One actor system in which several scripted conversations are held side by side. */
public final class Stage implements AutoCloseable {
  private record Spawn(Consumer<ActorContext<Spawn>> work) {}

  private final ActorSystem<Spawn> system;

  private Stage(ActorSystem<Spawn> system) {
    this.system = system;
  }

  /** Opens it. */
  public static Stage open() {
    return new Stage(ActorSystem.create(spawning(), "stage"));
  }

  private static Behavior<Spawn> spawning() {
    return Behaviors.setup(context ->
        Behaviors.receiveMessage(spawn -> {
          spawn.work().accept(context);
          return Behaviors.same();
        }));
  }

  /** Has something done where actors can be spawned, and waits for it. */
  void enter(Consumer<ActorContext<?>> work) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    system.tell(
        new Spawn(context -> {
          try {
            work.accept(context);
            done.complete(null);
          } catch (RuntimeException failed) {
            done.completeExceptionally(failed);
          }
        }));
    done.join();
  }

  /** Ends whatever is still held here. */
  @Override
  public void close() {
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().join();
  }
}
