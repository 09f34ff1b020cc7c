package dev.creature.deploy.telemetry;

import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.StopReflex;
import dev.creature.actors.body.WorldView;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * Times how long the body goes on after a stop: until the first view of the world in which it
 * stands and its latch holds. Views come at most ten times a second, so this is an upper bound;
 * {@code bench stop} measures exactly. Only watches: it never tells the body to halt.
 */
public final class StopMeter {
  private static final Duration[] LIMITS =
      IntStream.of(10, 20, 50, 100, 150, 200, 300, 500, 1_000, 2_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private StopMeter() {}

  /** Watches a body and its latch. */
  public static Behavior<WorldView> create(
      ActorRef<BodyCommand> body, StopReflex reflex, LongSupplier nanos, Telemetry telemetry) {
    return Behaviors.setup(context -> {
      Timer timer =
          Timer.builder("creature.stop")
              .description("From a stop until the body was seen to stand")
              .serviceLevelObjectives(LIMITS)
              .register(telemetry.meters());
      body.tell(new BodyCommand.Watch(context.getSelf()));
      // A stop that is repeated while it holds is one stop, from the first on.
      AtomicReference<OptionalLong> stopped = new AtomicReference<>(OptionalLong.empty());
      reflex.onStop(() ->
          stopped.updateAndGet(
              first -> first.isPresent() ? first : OptionalLong.of(nanos.getAsLong())));
      reflex.onRelease(() -> stopped.set(OptionalLong.empty()));
      return watching(timer, stopped, nanos, OptionalLong.empty());
    });
  }

  private static Behavior<WorldView> watching(
      Timer timer,
      AtomicReference<OptionalLong> stopped,
      LongSupplier nanos,
      OptionalLong counted) {
    return Behaviors.receiveMessage(view -> {
      OptionalLong since = stopped.get();
      if (since.isEmpty()
          || since.equals(counted)
          || !view.stopped()
          || view.robot().speed() != 0) {
        return Behaviors.same();
      }
      timer.record(nanos.getAsLong() - since.getAsLong(), TimeUnit.NANOSECONDS);
      return watching(timer, stopped, nanos, since);
    });
  }
}
