package dev.creature.actors.task.durable;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.BodyEvent;
import dev.creature.actors.body.StopReflex;
import dev.creature.actors.task.Clearance;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.Reversibility;
import dev.creature.actors.task.TaskCommand;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskRequest;
import dev.creature.actors.task.TaskState;
import dev.creature.actors.task.TaskStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.FishingOutcomes;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.persistence.testkit.PersistenceTestKitPlugin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TaskBoardTest {
  private final ActorTestKit kit =
      ActorTestKit.create(
          PersistenceTestKitPlugin.getInstance().config().withFallback(ConfigFactory.load()));
  private final StopReflex reflex = new StopReflex();
  private final TestProbe<BodyCommand> body = kit.createTestProbe();
  private final TestProbe<TaskCommand.Reply> replies = kit.createTestProbe();
  private final TestProbe<TaskCommand.Tasks> lists = kit.createTestProbe();
  private final TestProbe<TaskCommand.OutcomeClaim> claims = kit.createTestProbe();
  private final TestProbe<TaskStatus> changes = kit.createTestProbe();
  private ActorRef<TaskCommand> board = kit.createTestProbe(TaskCommand.class).getRef();

  @BeforeEach
  void open() {
    board = kit.spawn(TaskBoard.create("home", body.getRef(), reflex, Clock.systemUTC()));
    board.tell(new TaskCommand.Subscribe(changes.getRef()));
  }

  @AfterEach
  void shutDown() {
    kit.shutdownTestKit();
  }

  @Test
  void givesATaskToTheBodyOnceAndTellsItsOutcomeOnce() {
    request("a", Clearance.ALLOWED, Optional.empty());
    assertThat(known().state()).isEqualTo(TaskState.DISPATCHED);
    request("a", Clearance.ALLOWED, Optional.empty());
    assertThat(known().state()).isEqualTo(TaskState.DISPATCHED);
    BodyCommand.Perform perform = performed("a");
    body.expectNoMessage();
    perform.replyTo().tell(new BodyEvent.Done(new TaskId("a"), "done"));
    await("a", TaskState.DONE);
    assertThat(untold()).extracting(it -> it.id().value()).containsExactly("a");
    assertThat(claim("a")).isTrue();
    assertThat(claim("a")).isFalse();
    board.tell(new TaskCommand.Told(new TaskId("a")));
    assertThat(changes.receiveMessage().told()).isTrue();
    assertThat(untold()).isEmpty();
  }

  @Test
  void offersUnfinishedTasksAgainInTheirOrderAfterARestart() {
    for (String id : List.of("a", "b", "c")) {
      request(id, Clearance.ALLOWED, Optional.empty());
      performed(id);
    }
    kit.stop(board);
    open();
    performed("a");
    performed("b");
    performed("c");
  }

  @Test
  void keepsAnUntoldOutcomeOverARestart() {
    request("a", Clearance.ALLOWED, Optional.empty());
    performed("a").replyTo().tell(new BodyEvent.Failed(new TaskId("a"), "there is no cup"));
    await("a", TaskState.FAILED);
    kit.stop(board);
    open();
    await("a", TaskState.FAILED);
    assertThat(untold()).extracting(TaskStatus::note).containsExactly("there is no cup");
    body.expectNoMessage();
  }

  @Test
  void movesNothingBeforeTheYesThatATaskNeeds() {
    request("a", Clearance.NEEDS_CONFIRMATION, Optional.empty());
    assertThat(known().state()).isEqualTo(TaskState.AWAITING_CONFIRMATION);
    body.expectNoMessage();
    board.tell(new TaskCommand.Confirm(new TaskId("a"), replies.getRef()));
    performed("a");
  }

  @Test
  void startsALinkOfAChainWhenTheOneBeforeItIsDone() {
    request("a", Clearance.ALLOWED, Optional.empty());
    request("b", Clearance.ALLOWED, Optional.of(new TaskId("a")));
    BodyCommand.Perform first = performed("a");
    body.expectNoMessage();
    first.replyTo().tell(new BodyEvent.Done(new TaskId("a"), "done"));
    performed("b");
  }

  @Test
  void cancelsALinkOfAChainWhenTheOneBeforeItFails() {
    request("a", Clearance.ALLOWED, Optional.empty());
    request("b", Clearance.ALLOWED, Optional.of(new TaskId("a")));
    performed("a").replyTo().tell(new BodyEvent.Failed(new TaskId("a"), "no"));
    await("b", TaskState.CANCELLED);
    body.expectNoMessage();
  }

  @Test
  void cancelsEverythingWhenTheLatchIsSet() {
    request("a", Clearance.ALLOWED, Optional.empty());
    request("b", Clearance.NEEDS_CONFIRMATION, Optional.empty());
    BodyCommand.Perform perform = performed("a");
    known();
    known();
    reflex.stop("the button");
    await("b", TaskState.CANCELLED);
    assertThat(body.receiveMessage()).isEqualTo(new BodyCommand.Cancel(new TaskId("a")));
    perform.replyTo().tell(new BodyEvent.Cancelled(new TaskId("a")));
    await("a", TaskState.CANCELLED);
  }

  private void request(String id, Clearance clearance, Optional<TaskId> after) {
    TaskRequest request =
        new TaskRequest(
            new TaskId(id),
            new PhysicalTask(
                "wave", Optional.empty(), Optional.empty(), Optional.empty(), new TreeMap<>()),
            Reversibility.REVERSIBLE,
            clearance,
            "",
            "test",
            after);
    board.tell(new TaskCommand.Request(request, replies.getRef()));
  }

  private TaskStatus known() {
    return replies.expectMessageClass(TaskCommand.Known.class).status();
  }

  private BodyCommand.Perform performed(String id) {
    BodyCommand.Perform perform = body.expectMessageClass(BodyCommand.Perform.class);
    assertThat(perform.task()).isEqualTo(new TaskId(id));
    return perform;
  }

  private void await(String id, TaskState state) {
    changes.fishForMessage(
        Duration.ofSeconds(20),
        status ->
            status.id().equals(new TaskId(id)) && status.state() == state
                ? FishingOutcomes.complete()
                : FishingOutcomes.continueAndIgnore());
  }

  private List<TaskStatus> untold() {
    board.tell(new TaskCommand.GetUntold(lists.getRef()));
    return lists.receiveMessage().tasks();
  }

  private boolean claim(String id) {
    board.tell(new TaskCommand.ClaimOutcome(new TaskId(id), claims.getRef()));
    return claims.receiveMessage().granted();
  }
}
