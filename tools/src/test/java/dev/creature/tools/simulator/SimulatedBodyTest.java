package dev.creature.tools.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.BodyEvent;
import dev.creature.actors.body.StopReflex;
import dev.creature.actors.body.WorldView;
import dev.creature.actors.task.TaskId;
import dev.creature.tools.simulator.scene.ApartmentFile;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.persistence.testkit.PersistenceTestKitPlugin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The body's actor in virtual time, with a journal in memory. */
class SimulatedBodyTest {
  private static final Config CONFIG =
      ManualTime.config()
          .withFallback(PersistenceTestKitPlugin.getInstance().config())
          .withFallback(ConfigFactory.load());
  private static final Simulation HOME = new Simulation(ApartmentFile.own(1));

  private final ActorTestKit kit = ActorTestKit.create(CONFIG);
  private final ManualTime time = ManualTime.get(kit.system());
  private final StopReflex reflex = new StopReflex();
  private final BlockingQueue<BodyEvent> inbox = new LinkedBlockingQueue<>();
  private final ActorRef<BodyEvent> listener =
      kit.spawn(
          Behaviors.receiveMessage(event -> {
            inbox.add(event);
            return Behaviors.same();
          }));

  @AfterEach
  void shutDown() {
    kit.shutdownTestKit();
  }

  @Test
  void doesATaskOnceHoweverOftenItIsAsked() {
    ActorRef<BodyCommand> body = body();
    perform(body, "a", "turn||left");
    await(BodyEvent.Started.class);
    perform(body, "a", "turn||left");
    assertThat(await(BodyEvent.Done.class).words()).isEqualTo("I have turned to the left.");
    double heading = view(body).robot().heading();
    perform(body, "a", "turn||left");
    assertThat(await(BodyEvent.Done.class).words()).isEqualTo("I have turned to the left.");
    pass(50);
    assertThat(view(body).robot().heading()).isEqualTo(heading);
  }

  @Test
  void remembersItsWorldAndItsTasksAfterARestart() {
    ActorRef<BodyCommand> first = body();
    perform(first, "a", "turn||left");
    await(BodyEvent.Done.class);
    double heading = view(first).robot().heading();
    kit.stop(first);
    ActorRef<BodyCommand> second = body();
    assertThat(view(second).robot().heading()).isEqualTo(heading);
    perform(second, "a", "turn||left");
    assertThat(await(BodyEvent.class)).isInstanceOf(BodyEvent.Done.class);
  }

  @Test
  void standsStillAndCancelsAllWhenItIsStopped() {
    ActorRef<BodyCommand> body = body();
    perform(body, "a", "go||kitchen");
    perform(body, "b", "wave");
    await(BodyEvent.Started.class);
    pass(80);
    reflex.stop("the word stop");
    assertThat(await(BodyEvent.Halted.class).afterMillis()).isBetween(0.0, 5000.0);
    await(BodyEvent.Cancelled.class);
    assertThat(await(BodyEvent.Cancelled.class).task()).isEqualTo(new TaskId("b"));
    WorldView stopped = view(body);
    assertThat(stopped.stopped()).isTrue();
    assertThat(stopped.robot().speed()).isZero();
    pass(50);
    assertThat(view(body).robot()).isEqualTo(stopped.robot());
    perform(body, "c", "wave");
    assertThat(await(BodyEvent.Failed.class).reason()).contains("stopped");
    reflex.release();
    perform(body, "d", "nod");
    assertThat(await(BodyEvent.Done.class).words()).isEqualTo("I have nodded.");
  }

  @Test
  void staysStoppedOverARestart() {
    ActorRef<BodyCommand> body = body();
    reflex.stop("the button");
    view(body);
    pass(2);
    view(body);
    kit.stop(body);
    StopReflex fresh = new StopReflex();
    ActorRef<BodyCommand> again = kit.spawn(SimulatedBody.create("body", HOME, fresh));
    view(again);
    assertThat(fresh.isStopped()).isTrue();
  }

  @Test
  void storesAStopThatCameBeforeItHadStarted() {
    reflex.stop("the button");
    ActorRef<BodyCommand> body = body();
    view(body);
    pass(2);
    view(body);
    kit.stop(body);
    StopReflex fresh = new StopReflex();
    ActorRef<BodyCommand> again = kit.spawn(SimulatedBody.create("body", HOME, fresh));
    view(again);
    assertThat(fresh.isStopped()).isTrue();
  }

  @Test
  void neverStartsWhatWasCancelledBeforeItCame() {
    ActorRef<BodyCommand> body = body();
    body.tell(new BodyCommand.Cancel(new TaskId("a")));
    perform(body, "a", "turn||left");
    assertThat(await(BodyEvent.class)).isInstanceOf(BodyEvent.Cancelled.class);
  }

  @Test
  void foldsItsArmWhenATaskIsCancelledAndGoesOnWithTheNext() {
    ActorRef<BodyCommand> body = body();
    perform(body, "a", "take|keys");
    perform(body, "b", "nod");
    await(BodyEvent.Started.class);
    pass(100);
    body.tell(new BodyCommand.Cancel(new TaskId("a")));
    assertThat(await(BodyEvent.Cancelled.class).task()).isEqualTo(new TaskId("a"));
    assertThat(await(BodyEvent.Done.class).task()).isEqualTo(new TaskId("b"));
    assertThat(view(body).robot().handReach()).isLessThan(0.2);
  }

  @Test
  void refusesWithAReasonWhenItsQueueIsFull() {
    ActorRef<BodyCommand> body = body();
    for (int i = 0; i <= SimulatedBody.QUEUE; i++) {
      perform(body, "t" + i, "nod");
    }
    assertThat(await(BodyEvent.class))
        .isEqualTo(
            new BodyEvent.Failed(
                new TaskId("t" + SimulatedBody.QUEUE), "I have too much to do already"));
  }

  private ActorRef<BodyCommand> body() {
    return kit.spawn(SimulatedBody.create("body", HOME, reflex));
  }

  private void perform(ActorRef<BodyCommand> body, String id, String task) {
    body.tell(new BodyCommand.Perform(new TaskId(id), Deeds.task(task), listener));
  }

  private void pass(int steps) {
    for (int i = 0; i < steps; i++) {
      time.timePasses(Duration.ofMillis(20));
    }
  }

  /** Whatever was told to the body before is done when the answer comes. */
  private WorldView view(ActorRef<BodyCommand> body) {
    TestProbe<WorldView> view = kit.createTestProbe();
    body.tell(new BodyCommand.Watch(view.getRef()));
    WorldView seen = view.receiveMessage(Duration.ofSeconds(20));
    body.tell(new BodyCommand.Unwatch(view.getRef()));
    return seen;
  }

  /** Lets virtual time go on until such an event comes; what comes before it is passed over. */
  private <T extends BodyEvent> T await(Class<T> type) {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (System.nanoTime() < deadline) {
      BodyEvent event = inbox.poll();
      if (event == null) {
        time.timePasses(Duration.ofMillis(20));
      } else if (type.isInstance(event)) {
        return type.cast(event);
      }
    }
    throw new AssertionError("no " + type.getSimpleName());
  }
}
