package dev.creature.deploy.telemetry;

import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.StopReflex;
import dev.creature.actors.body.WorldView;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
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
      long[] seen = {reflex.stops()};
      return Behaviors.receiveMessage(view -> {
        StopReflex.Latch latch = reflex.latch();
        if (latch.stops() != seen[0] && view.stopped() && view.robot().speed() == 0) {
          seen[0] = latch.stops();
          timer.record(nanos.getAsLong() - latch.atNanos(), TimeUnit.NANOSECONDS);
        }
        return Behaviors.same();
      });
    });
  }
}
