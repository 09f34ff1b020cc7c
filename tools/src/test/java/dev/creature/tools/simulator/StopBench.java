package dev.creature.tools.simulator;

import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.BodyEvent;
import dev.creature.actors.body.StopReflex;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.TaskId;
import dev.creature.tools.simulator.scene.ApartmentFile;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.persistence.testkit.PersistenceTestKitPlugin;

/**
 * How long it takes from the button to the standstill, with every core busy: {@code main} makes
 * 1,000 trials (or as many as its first argument says, and for at most as many seconds as its
 * second one says) and prints p50, p99 and the longest, in milliseconds. Twenty before them warm
 * up.
 */
final class StopBench {
  private static final int WARM_UP = 20;

  private StopBench() {}

  /** The milliseconds of each trial, sorted. */
  static double[] measure(int trials, int seconds) throws InterruptedException {
    AtomicBoolean busy = new AtomicBoolean(true);
    int cores = Runtime.getRuntime().availableProcessors();
    for (int i = 0; i < cores; i++) {
      Thread.ofPlatform()
          .daemon()
          .name("busy-" + i)
          .start(() -> {
            while (busy.get()) {
              Thread.onSpinWait();
            }
          });
    }
    ActorTestKit kit = ActorTestKit.create(PersistenceTestKitPlugin.getInstance().config());
    try {
      return trials(kit, trials, seconds);
    } finally {
      busy.set(false);
      kit.shutdownTestKit();
    }
  }

  private static double[] trials(ActorTestKit kit, int trials, int seconds)
      throws InterruptedException {
    StopReflex reflex = new StopReflex();
    ActorRef<BodyCommand> body =
        kit.spawn(
            SimulatedBody.create("bench", new Simulation(ApartmentFile.own(1)), reflex),
            DispatcherSelector.fromConfig("creature.body.dispatcher"));
    BlockingQueue<BodyEvent> events = new LinkedBlockingQueue<>();
    ActorRef<BodyEvent> listener =
        kit.spawn(
            Behaviors.receiveMessage(event -> {
              events.add(event);
              return Behaviors.same();
            }));
    Random random = new Random(1);
    double[] millis = new double[WARM_UP + trials];
    int done = 0;
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    for (int i = 0; i < millis.length && System.nanoTime() < deadline; i++) {
      PhysicalTask what =
          new PhysicalTask(
              "turn", Optional.empty(), Optional.of("around"), Optional.empty(), new TreeMap<>());
      body.tell(new BodyCommand.Perform(new TaskId("stop-" + i), what, listener));
      await(events, BodyEvent.Started.class);
      LockSupport.parkNanos(Duration.ofMillis(5 + random.nextInt(20)).toNanos());
      reflex.stop("the button");
      millis[i] = ((BodyEvent.Halted) await(events, BodyEvent.Halted.class)).afterMillis();
      await(events, BodyEvent.Cancelled.class);
      reflex.release();
      done = i + 1;
    }
    double[] measured = Arrays.copyOfRange(millis, Math.min(WARM_UP, done), done);
    Arrays.sort(measured);
    return measured;
  }

  private static BodyEvent await(BlockingQueue<BodyEvent> events, Class<?> type)
      throws InterruptedException {
    while (true) {
      BodyEvent event = events.poll(20, TimeUnit.SECONDS);
      if (event == null) {
        throw new IllegalStateException("no " + type.getSimpleName() + " came");
      }
      if (type.isInstance(event)) {
        return event;
      }
    }
  }

  public static void main(String[] arguments) throws InterruptedException {
    int trials = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
    int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 600;
    double[] millis = measure(trials, seconds);
    System.out.printf(
        Locale.ROOT,
        "stop to standstill, %d trials: p50 %.2f ms, p99 %.2f ms, max %.2f ms%n",
        millis.length,
        millis[millis.length / 2],
        millis[millis.length * 99 / 100],
        millis[millis.length - 1]);
  }
}
