package dev.creature.deploy.bench;

import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.BodyEvent;
import dev.creature.actors.body.StopReflex;
import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.intent.Gate;
import dev.creature.actors.intent.grammar.IntentGrammar;
import dev.creature.actors.intent.ladder.LadderOutput;
import dev.creature.actors.intent.tap.IntentTap;
import dev.creature.actors.intent.tap.TapMemory;
import dev.creature.actors.intent.tap.TapRequest;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.TaskId;
import dev.creature.deploy.node.Journal;
import dev.creature.tools.simulator.SimulatedBody;
import dev.creature.tools.simulator.Simulation;
import dev.creature.tools.simulator.scene.ApartmentFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * How long a moving body goes on after the button and after the word, while every core is kept
 * busy. The journal, the tap and the body are those of a node; the body's own clock tells when it
 * stood.
 */
public final class StopBench implements AutoCloseable {
  private static final int WARM_UP = 30;

  /** Which way a stop comes. */
  private enum Way {
    BUTTON,
    WORD
  }

  private final StopReflex reflex = new StopReflex();
  private final BlockingQueue<BodyEvent> events = new LinkedBlockingQueue<>();
  private final Random random;
  private final ActorSystem<Void> system;
  private final ActorRef<BodyCommand> body;
  private final ActorRef<BodyEvent> listener;
  private final ActorRef<IntentTap.Command> tap;
  private int turn;
  private int tasks;
  private int missed;

  private StopBench(Path folder, long seed) {
    this.random = new Random(seed);
    this.system = ActorSystem.create(Behaviors.empty(), "stop-bench", Journal.in(folder));
    Journal.prepare(system);
    this.body =
        system.systemActorOf(
            SimulatedBody.create("bench", new Simulation(ApartmentFile.own(seed)), reflex),
            "body",
            DispatcherSelector.fromConfig("creature.body.dispatcher"));
    this.listener =
        system.systemActorOf(
            Behaviors.receiveMessage(event -> {
              events.add(event);
              return Behaviors.same();
            }),
            "listener",
            Props.empty());
    ActorRef<TapRequest> deeds =
        system.systemActorOf(
            Behaviors.receiveMessage(request -> {
              if (request instanceof TapRequest.Act(LadderOutput.Halt _)) {
                reflex.stop("the word stop");
              }
              return Behaviors.same();
            }),
            "deeds",
            Props.empty());
    this.tap =
        system.systemActorOf(
            IntentTap.create(
                new IntentTap.Wiring(
                    new IntentGrammar(),
                    Gate.byReversibility(),
                    new TapMemory(new ConversationId("bench")),
                    () -> 0,
                    Duration.ofMinutes(1),
                    system.ignoreRef(),
                    deeds)),
            "tap",
            Props.empty());
  }

  /**
   * Measures.
   *
   * @param folder empty; the journal is made there
   * @param trials for each way
   * @param limit for each way: fewer trials are made when they take longer
   */
  public static SuiteResult run(Path folder, int trials, Duration limit, long seed)
      throws IOException, InterruptedException {
    List<String> remarks = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    try (StopBench bench = new StopBench(folder, seed);
        BusyCores _ = BusyCores.all()) {
      List<Double> _ = bench.trials(Way.BUTTON, WARM_UP, limit);
      List<Double> _ = bench.trials(Way.WORD, WARM_UP, limit);
      List<Double> button = bench.trials(Way.BUTTON, trials, limit);
      figures.addAll(figures("button", button, 20));
      List<Double> word = bench.trials(Way.WORD, trials, limit);
      figures.addAll(figures("recognised word", word, 100));
      if (Math.min(button.size(), word.size()) < trials) {
        remarks.add("fewer than " + trials + " trials fitted into " + limit.toSeconds() + " s");
      }
      if (bench.missed > 0) {
        remarks.add(bench.missed + " trials were repeated: the task was over before the stop");
      }
    }
    return new SuiteResult(
        "stop",
        "From the button, and from a recognised word on its way through the intent tap, to the"
            + " standstill of the simulated body, which turns; a thread spins on every core.",
        figures,
        remarks);
  }

  private static List<Figure> figures(String way, List<Double> millis, double most) {
    double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int n = sorted.length;
    if (n == 0) {
      throw new IllegalStateException("no stop was measured in time");
    }
    String name = way + " to standstill, ";
    return List.of(
        Figure.of(name + "median", sorted[n / 2], "ms", Target.none(), n),
        new Figure(
            name + "p99",
            sorted[Math.min(n - 1, n * 99 / 100)],
            "ms",
            Target.atMost(most),
            n,
            millis),
        Figure.of(name + "longest", sorted[n - 1], "ms", Target.none(), n));
  }

  private List<Double> trials(Way way, int trials, Duration limit) throws InterruptedException {
    List<Double> millis = new ArrayList<>();
    long deadline = System.nanoTime() + limit.toNanos();
    while (millis.size() < trials && System.nanoTime() < deadline) {
      trial(way).ifPresent(millis::add);
    }
    return millis;
  }

  /** Empty where the task was over before the stop came. */
  private Optional<Double> trial(Way way) throws InterruptedException {
    PhysicalTask what =
        new PhysicalTask(
            "turn", Optional.empty(), Optional.of("around"), Optional.empty(), new TreeMap<>());
    tasks++;
    body.tell(new BodyCommand.Perform(new TaskId("stop-" + tasks), what, listener));
    BodyEvent first = await(it -> it instanceof BodyEvent.Started || isFinal(it));
    LockSupport.parkNanos(Duration.ofMillis(5 + random.nextInt(20)).toNanos());
    long asked = System.nanoTime();
    switch (way) {
      case BUTTON -> reflex.stop("the button");
      case WORD -> say();
    }
    BodyEvent stood =
        isFinal(first) ? first : await(it -> it instanceof BodyEvent.Halted || isFinal(it));
    Optional<Double> millis = Optional.empty();
    if (stood instanceof BodyEvent.Halted(double afterMillis)) {
      millis = Optional.of((reflex.latch().atNanos() - asked) / 1e6 + afterMillis);
      BodyEvent _ = await(StopBench::isFinal);
    } else {
      missed++;
      awaitLatch();
    }
    reflex.release();
    events.clear();
    return millis;
  }

  private void say() {
    turn++;
    tap.tell(new IntentTap.Observed(new ConversationEvent.UserPartial(turn, "stop", 4)));
    tap.tell(new IntentTap.Observed(new ConversationEvent.UserFinal(turn, turn, "stop")));
  }

  /** A word is still on its way then. */
  private void awaitLatch() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (!reflex.isStopped() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static boolean isFinal(BodyEvent event) {
    return event instanceof BodyEvent.Done
        || event instanceof BodyEvent.Failed
        || event instanceof BodyEvent.Cancelled;
  }

  private BodyEvent await(Predicate<BodyEvent> wanted) throws InterruptedException {
    while (true) {
      BodyEvent event = events.poll(20, TimeUnit.SECONDS);
      if (event == null) {
        throw new IllegalStateException("the body did not answer for 20 s");
      }
      if (wanted.test(event)) {
        return event;
      }
    }
  }

  @Override
  public void close() {
    system.terminate();
    try {
      system.getWhenTerminated().toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the actors did not end", e);
    }
  }
}
