package dev.creature.tools.rosbridge;

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

/** The body over real sockets, with a conforming peer of the tests' own. */
class RosbridgeBodyTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final ActorTestKit kit =
      ActorTestKit.create(PersistenceTestKitPlugin.getInstance().config());
  private final StopReflex reflex = new StopReflex();
  private final TestProbe<BodyEvent> told = kit.createTestProbe();
  private final RosbridgePeer peer = open();
  private ActorRef<BodyCommand> body =
      kit.spawn(RosbridgeBody.create("none", reflex, at(peer, 60), GoalMapping.standard()));

  private static RosbridgePeer open() {
    try {
      return RosbridgePeer.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RosbridgeSettings at(RosbridgePeer peer, int silenceSeconds) {
    RosbridgeSettings usual = RosbridgeSettings.at(peer.address());
    return new RosbridgeSettings(
        usual.address(),
        usual.action(),
        usual.actionType(),
        usual.velocityTopic(),
        usual.velocityType(),
        usual.connecting(),
        Duration.ofMillis(20),
        Duration.ofMillis(200),
        Duration.ofSeconds(silenceSeconds));
  }

  @BeforeEach
  void connect() throws Exception {
    assertThat(peer.next("advertise").message().path("topic").asText()).isEqualTo("/cmd_vel");
  }

  @AfterEach
  void shutDown() throws IOException {
    kit.shutdownTestKit();
    peer.close();
  }

  @Test
  void sendsATaskAsAGoalAndTellsWhatBecameOfIt() throws Exception {
    perform("a");
    RosbridgePeer.Heard goal = peer.next("send_action_goal");
    JsonNode message = goal.message();
    assertThat(message.path("id").asText()).isEqualTo("a");
    assertThat(message.path("action").asText()).isEqualTo("/do_physical_task");
    assertThat(message.path("feedback").asBoolean()).isTrue();
    assertThat(message.path("args").path("verb").asText()).isEqualTo("bring");
    assertThat(message.path("args").path("object").asText()).isEqualTo("cup");
    goal.from().feedback("a", 0.5, "going to the kitchen");
    assertThat(told.receiveMessage(SOON)).isEqualTo(new BodyEvent.Started(new TaskId("a")));
    assertThat(told.receiveMessage(SOON))
        .isEqualTo(new BodyEvent.Progressed(new TaskId("a"), 0.5, "going to the kitchen"));
    goal.from().result("a", "{\"words\":\"here is the cup\"}", 4, true);
    assertThat(told.receiveMessage(SOON))
        .isEqualTo(new BodyEvent.Done(new TaskId("a"), "here is the cup"));
    perform("a");
    assertThat(told.receiveMessage(SOON))
        .isEqualTo(new BodyEvent.Done(new TaskId("a"), "here is the cup"));
  }

  @Test
  void tellsWhyARobotCouldNot() throws Exception {
    perform("a");
    peer.next("send_action_goal").from().result("a", "\"no such action server\"", 0, false);
    assertThat(told.receiveMessage(SOON))
        .isEqualTo(new BodyEvent.Failed(new TaskId("a"), "no such action server"));
  }

  @Test
  void asksForTheSameGoalAgainWhenTheRobotDiesAndComesBack() throws Exception {
    perform("a");
    RosbridgePeer.Heard goal = peer.next("send_action_goal");
    goal.from().feedback("a", 0.3, "on my way");
    told.receiveMessage(SOON);
    told.receiveMessage(SOON);
    peer.die();
    peer.comeBack();
    RosbridgePeer.Heard again = peer.next("send_action_goal");
    assertThat(again.message()).isEqualTo(goal.message());
    again.from().result("a", "{\"words\":\"done after all\"}", 4, true);
    assertThat(told.receiveMessage(SOON))
        .isEqualTo(new BodyEvent.Done(new TaskId("a"), "done after all"));
  }

  @Test
  void outlivesMalformedMessagesAndFrames() throws Exception {
    perform("a");
    RosbridgePeer.Heard goal = peer.next("send_action_goal");
    goal.from().say("not JSON {{{");
    goal.from().say("[]");
    goal.from().say("{\"op\":\"action_result\"}");
    goal.from().say("{\"op\":7,\"id\":{}}");
    goal.from().sayNonsense();
    RosbridgePeer.Heard again = peer.next("send_action_goal");
    again.from().result("a", "{}", 4, true);
    assertThat(told.receiveMessage(SOON)).isEqualTo(new BodyEvent.Done(new TaskId("a"), ""));
  }

  @Test
  void failsATaskThatTheRobotNeverAnswers() throws Exception {
    body = kit.spawn(RosbridgeBody.create("short", reflex, at(peer, 1), GoalMapping.standard()));
    perform("a");
    peer.next("send_action_goal");
    assertThat(told.receiveMessage(SOON))
        .isEqualTo(new BodyEvent.Failed(new TaskId("a"), "my robot does not answer"));
    assertThat(peer.next("cancel_action_goal").message().path("id").asText()).isEqualTo("a");
  }

  @Test
  void saysThatItCannotReachARobotThatIsAway() throws Exception {
    RosbridgePeer away = RosbridgePeer.start();
    away.close();
    body = kit.spawn(RosbridgeBody.create("away", reflex, at(away, 1), GoalMapping.standard()));
    perform("a");
    assertThat(told.receiveMessage(SOON))
        .isEqualTo(new BodyEvent.Failed(new TaskId("a"), "I can't reach my robot"));
  }

  @Test
  void cancelsAGoal() throws Exception {
    perform("a");
    RosbridgePeer.Heard goal = peer.next("send_action_goal");
    body.tell(new BodyCommand.Cancel(new TaskId("a")));
    assertThat(peer.next("cancel_action_goal").message().path("id").asText()).isEqualTo("a");
    goal.from().result("a", "{}", 5, true);
    assertThat(told.receiveMessage(SOON)).isEqualTo(new BodyEvent.Cancelled(new TaskId("a")));
  }

  @Test
  void remembersACancelThatComesFirst() {
    body.tell(new BodyCommand.Cancel(new TaskId("a")));
    perform("a");
    assertThat(told.receiveMessage(SOON)).isEqualTo(new BodyEvent.Cancelled(new TaskId("a")));
  }

  @Test
  void standsStillAndCancelsWhenItIsStopped() throws Exception {
    perform("a");
    RosbridgePeer.Heard goal = peer.next("send_action_goal");
    reflex.stop("the button");
    JsonNode still = peer.next("publish").message();
    assertThat(still.path("topic").asText()).isEqualTo("/cmd_vel");
    assertThat(still.path("msg").path("linear").path("x").asDouble(1)).isZero();
    assertThat(told.receiveMessage(SOON)).isEqualTo(new BodyEvent.Cancelled(new TaskId("a")));
    goal.from().result("a", "{\"words\":\"too late\"}", 4, true);
    perform("b");
    assertThat(told.receiveMessage(SOON)).isInstanceOf(BodyEvent.Failed.class);
    TestProbe<BodyEvent.Halted> halted = kit.createTestProbe();
    body.tell(new BodyCommand.Halt(halted.ref()));
    assertThat(halted.receiveMessage(SOON).afterMillis()).isLessThan(5000);
    body.tell(BodyCommand.Release.INSTANCE);
    perform("c");
    assertThat(peer.next("send_action_goal").message().path("id").asText()).isEqualTo("c");
  }

  private void perform(String id) {
    body.tell(
        new BodyCommand.Perform(
            new TaskId(id),
            new PhysicalTask(
                "bring", Optional.of("cup"), Optional.of("me"), Optional.empty(), new TreeMap<>()),
            told.ref()));
  }
}
