package dev.creature.tools.reachy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.BodyEvent;
import dev.creature.actors.body.StopReflex;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.TaskId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.persistence.testkit.PersistenceTestKitPlugin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The body over real HTTP, with a conforming daemon of the tests' own. */
class ReachyMiniBodyTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final TaskId TASK = new TaskId("a");

  private final ActorTestKit kit =
      ActorTestKit.create(PersistenceTestKitPlugin.getInstance().config());
  private final StopReflex reflex = new StopReflex();
  private final TestProbe<BodyEvent> told = kit.createTestProbe();
  private final ReachyMiniPeer daemon = open();
  private final ActorRef<BodyCommand> body =
      kit.spawn(ReachyMiniBody.create("mini", reflex, daemon.address()));

  private static ReachyMiniPeer open() {
    try {
      return ReachyMiniPeer.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeEach
  void standsStillBeforeItIsAsked() {
    told.expectNoMessage(Duration.ZERO);
  }

  @AfterEach
  void shutDown() {
    kit.shutdownTestKit();
    daemon.close();
  }

  @Test
  void looksToTheLeftByTurningItsHeadThere() throws Exception {
    perform("look", "", "left");
    JsonNode movement = daemon.nextMovement();
    assertThat(movement.path("head_pose").path("yaw").asDouble()).isBetween(0.3, 1.1);
    assertThat(movement.path("duration").asDouble()).isBetween(0.1, 3.0);
    assertThat(last()).isEqualTo(new BodyEvent.Done(TASK, "I look to the left."));
  }

  @Test
  void wavesWithItsAntennas() throws Exception {
    perform("wave", "", "");
    double first = daemon.nextMovement().path("antennas").path(0).asDouble();
    double second = daemon.nextMovement().path("antennas").path(0).asDouble();
    assertThat(first * second).isNegative();
    assertThat(last()).isEqualTo(new BodyEvent.Done(TASK, "I have waved with my antennas."));
  }

  @Test
  void saysHonestlyWhatItHasNoLimbsFor() {
    perform("bring", "cup", "");
    assertThat(last()).isEqualTo(new BodyEvent.Failed(TASK, "I have no hands"));
  }

  @Test
  void stopsItsMovementAtTheButton() throws Exception {
    daemon.hold();
    perform("nod", "", "");
    JsonNode _ = daemon.nextMovement();
    assertThat(told.receiveMessage(SOON)).isEqualTo(new BodyEvent.Started(TASK));
    reflex.stop("the button");
    assertThat(daemon.nextStop()).isNotEmpty();
    assertThat(last()).isEqualTo(new BodyEvent.Cancelled(TASK));
  }

  @Test
  void stopsItsMovementWhenTheTaskIsTakenBack() throws Exception {
    daemon.hold();
    perform("nod", "", "");
    assertThat(told.receiveMessage(SOON)).isEqualTo(new BodyEvent.Started(TASK));
    body.tell(new BodyCommand.Cancel(TASK));
    assertThat(daemon.nextStop()).isNotEmpty();
    assertThat(last()).isEqualTo(new BodyEvent.Cancelled(TASK));
  }

  @Test
  void saysThatTheDaemonIsAway() {
    daemon.close();
    perform("nod", "", "");
    assertThat(last()).isEqualTo(new BodyEvent.Failed(TASK, "I can't reach my robot"));
  }

  @Test
  void outlivesNonsense() {
    daemon.talk("<html>");
    perform("nod", "", "");
    assertThat(last()).isEqualTo(new BodyEvent.Failed(TASK, "my robot answered nonsense"));
  }

  private BodyEvent last() {
    while (true) {
      BodyEvent event = told.receiveMessage(SOON);
      switch (event) {
        case BodyEvent.Started _, BodyEvent.Progressed _, BodyEvent.Halted _ -> {}
        case BodyEvent.Done _, BodyEvent.Failed _, BodyEvent.Cancelled _ -> {
          return event;
        }
      }
    }
  }

  private void perform(String verb, String object, String target) {
    body.tell(
        new BodyCommand.Perform(
            TASK,
            new PhysicalTask(
                verb,
                Optional.of(object).filter(it -> !it.isEmpty()),
                Optional.of(target).filter(it -> !it.isEmpty()),
                Optional.empty(),
                new TreeMap<>()),
            told.ref()));
  }
}
