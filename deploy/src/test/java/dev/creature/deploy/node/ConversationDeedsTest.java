package dev.creature.deploy.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.StopReflex;
import dev.creature.actors.body.WorldView;
import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationEvent.TurnReturned;
import dev.creature.actors.conversation.ConversationEvent.TurnSettled;
import dev.creature.actors.conversation.ConversationEvent.UserFinal;
import dev.creature.actors.conversation.ConversationEvent.UserPartial;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.intent.Gate;
import dev.creature.actors.intent.grammar.IntentGrammar;
import dev.creature.actors.task.Clearance;
import dev.creature.actors.task.Reversibility;
import dev.creature.actors.task.TaskCommand;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskRequest;
import dev.creature.actors.task.TaskState;
import dev.creature.actors.task.TaskStatus;
import dev.creature.deploy.node.ConversationDeeds.Observed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.FishingOutcomes;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConversationDeedsTest {
  private static final ActorTestKit KIT = ActorTestKit.create();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final TestProbe<TaskCommand> board = KIT.createTestProbe();
  private final TestProbe<BodyCommand> body = KIT.createTestProbe();
  private final TestProbe<ConversationEvent> events = KIT.createTestProbe();
  private final TestProbe<String> told = KIT.createTestProbe();
  private final StopReflex reflex = new StopReflex();
  private static final WorldView EMPTY_HOUSE =
      new WorldView(
          1,
          0,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          new WorldView.RobotView(0, 0, 0, 0, 0.2, 0.3, 1, "", List.of()),
          Optional.empty(),
          "",
          false);

  private Deeds shared;
  private ActorRef<ConversationDeeds.Command> deeds = KIT.system().ignoreRef();
  private ActorRef<TaskStatus> listener = KIT.system().ignoreRef();
  private ActorRef<TaskCommand.Tasks> untold = KIT.system().ignoreRef();

  @BeforeEach
  void start() {
    Gate gate = Gate.byReversibility();
    shared =
        new Deeds(
            body.ref(),
            board.ref(),
            reflex,
            new IntentGrammar(),
            new IntentGrammar(),
            gate,
            gate,
            SlowThinking.byRecipes(() -> Optional.of(EMPTY_HOUSE)),
            HouseholdMemory.ofThisRun(),
            new ConcurrentHashMap<>());
    deeds =
        KIT.spawn(
            ConversationDeeds.create(
                new ConversationId("c1"),
                shared,
                new ConversationDeeds.Voice(() -> 42, events.ref()::tell, told.ref()::tell)));
    listener = board.expectMessageClass(TaskCommand.Subscribe.class).listener();
    untold = board.expectMessageClass(TaskCommand.GetUntold.class).replyTo();
  }

  @AfterAll
  static void shutDown() {
    KIT.shutdownTestKit();
  }

  @Test
  void actsOnATurnOnceItIsSettled() {
    see(new UserFinal(1000, 1, "Go to the kitchen."));
    board.expectNoMessage();
    see(new TurnSettled(1600, 1));

    TaskRequest request = board.expectMessageClass(TaskCommand.Request.class).request();
    assertThat(request.what().verb()).isEqualTo("go");
    assertThat(request.what().target()).contains("kitchen");
    assertThat(request.origin()).isEqualTo("c1");
  }

  @Test
  void doesNothingForATurnThatWasGivenBackAndActsOnceOnTheWholeOne() {
    see(new UserFinal(1000, 1, "Go to the kitchen."));
    see(new TurnReturned(1200, 1));
    see(new UserFinal(3000, 2, "Go to the kitchen and wave."));
    see(new TurnSettled(3600, 2));

    assertThat(board.expectMessageClass(TaskCommand.Request.class).request().what().verb())
        .isEqualTo("go");
    TaskRequest second = board.expectMessageClass(TaskCommand.Request.class).request();
    assertThat(second.what().verb()).isEqualTo("wave");
    assertThat(second.after()).isPresent();
    board.expectNoMessage();
  }

  @Test
  void haltsTheBodyAtTheWordStopOfAPartial() throws Exception {
    CompletableFuture<Boolean> halted = new CompletableFuture<>();
    reflex.onStop(() -> halted.complete(true));
    see(new UserPartial(500, "stop", 0));

    assertThat(halted.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(reflex.isStopped()).isTrue();
  }

  @Test
  void tellsTheOutcomeOnceItMay() {
    see(new UserFinal(1000, 1, "Go to the kitchen."));
    see(new TurnSettled(1600, 1));
    TaskRequest request = board.expectMessageClass(TaskCommand.Request.class).request();
    listener.tell(status(request, TaskState.DONE, "I am in the kitchen."));

    TaskCommand.ClaimOutcome claim = board.expectMessageClass(TaskCommand.ClaimOutcome.class);
    told.expectNoMessage();
    claim.replyTo().tell(new TaskCommand.OutcomeClaim(request.id(), true));

    told.expectMessage("I am in the kitchen.");
    board.expectMessage(new TaskCommand.Told(request.id()));
  }

  @Test
  void leavesTheOutcomeToAnotherConversationThatWasFirst() {
    see(new UserFinal(1000, 1, "Go to the kitchen."));
    see(new TurnSettled(1600, 1));
    TaskRequest request = board.expectMessageClass(TaskCommand.Request.class).request();
    listener.tell(status(request, TaskState.DONE, "I am in the kitchen."));
    board
        .expectMessageClass(TaskCommand.ClaimOutcome.class)
        .replyTo()
        .tell(new TaskCommand.OutcomeClaim(request.id(), false));

    told.expectNoMessage();
  }

  @Test
  void doesNotDoubtTheOutcomeOfAnEarlierConversationThatItTells() {
    TaskRequest request =
        new TaskRequest(
            new TaskId("c0.1.1"),
            new IntentGrammar().read("Find the knife.").tasks().getFirst().task(),
            Reversibility.REVERSIBLE,
            Clearance.ALLOWED,
            "",
            "c0",
            Optional.empty());
    String words = "I have found the knife: it is on the kitchen counter.";
    untold.tell(new TaskCommand.Tasks(List.of(status(request, TaskState.DONE, words))));
    board
        .expectMessageClass(TaskCommand.ClaimOutcome.class)
        .replyTo()
        .tell(new TaskCommand.OutcomeClaim(request.id(), true));
    told.expectMessage(words);
    see(new ConversationEvent.ReplyAudioEnded(4000, 1, words, false));
    see(new ConversationEvent.ReplyAudioEnded(6000, 2, "I have found the spoon.", false));

    ConversationEvent.Trouble doubted = events.expectMessageClass(ConversationEvent.Trouble.class);
    assertThat(doubted.toString()).contains("spoon").doesNotContain("knife");
    told.expectMessage("I said: I have found the spoon. But that is not done.");
  }

  @Test
  void takesBackAPromiseThatNobodyAskedForAndDoesNotTakeThatBackAgain() {
    String promise = "Sure. I'll close the door. I'll wash the cup.";
    see(new ConversationEvent.ReplyAudioEnded(4000, 1, promise, false));

    String correction =
        "I said: I'll close the door. But I have not begun that. Tell me again what I should do.";
    told.expectMessage(correction);
    see(new ConversationEvent.ReplyAudioEnded(9000, 2, correction, false));
    told.expectNoMessage();
    board.expectNoMessage();
  }

  @Test
  void showsEachStepOfATaskAsAnEvent() {
    see(new UserFinal(1000, 1, "Go to the kitchen."));
    see(new TurnSettled(1600, 1));
    TaskRequest request = board.expectMessageClass(TaskCommand.Request.class).request();
    listener.tell(status(request, TaskState.RUNNING, "going to the kitchen"));

    events.fishForMessage(
        PATIENCE,
        event ->
            event instanceof ConversationEvent.TaskChanged
                ? FishingOutcomes.complete()
                : FishingOutcomes.continueAndIgnore());
  }

  @Test
  void throwsAwayAfterABareYesRightBehindTheQuestion() {
    askAboutTheLetter();
    assertThat(reply("Yes, please.")).contains("Okay, I'll throw away the letter.");
    see(new UserFinal(5000, 2, "Yes, please."));
    see(new TurnSettled(5600, 2));
    assertThat(board.expectMessageClass(TaskCommand.Request.class).request().what().verb())
        .isEqualTo("throw away");
  }

  @Test
  void throwsNothingAwayAfterANo() {
    askAboutTheLetter();
    assertThat(reply("No.")).contains("All right, I won't.");
    see(new UserFinal(5000, 2, "No."));
    see(new TurnSettled(5600, 2));
    told.awaitAssert(() -> {
      assertThat(reply("Yes.")).isEmpty();
      return true;
    });
    board.expectNoMessage();
  }

  @Test
  void aYesToAQuestionThatWasNotHeardHasToNameTheDeed() {
    see(new UserFinal(1000, 1, "Throw the letter away."));
    see(new TurnSettled(1600, 1));
    told.awaitAssert(() -> {
      assertThat(reply("Yes.")).contains("Say: yes, throw away the letter. Then I'll do it.");
      return true;
    });
    see(new UserFinal(5000, 2, "Yes."));
    see(new TurnSettled(5600, 2));
    board.expectNoMessage();
    see(new UserFinal(7000, 3, "Yes, throw it away."));
    see(new TurnSettled(7600, 3));
    assertThat(board.expectMessageClass(TaskCommand.Request.class).request().what().verb())
        .isEqualTo("throw away");
  }

  @Test
  void aGoalIsPlannedDoneAndToldByTheReasoner() {
    assertThat(reply("Find out whether there is any milk."))
        .contains("Let me see what I can do about that.");
    see(new UserFinal(1000, 1, "Find out whether there is any milk."));
    see(new TurnSettled(1600, 1));
    TaskCommand.Request step =
        board
            .fishForMessage(
                PATIENCE,
                it ->
                    it instanceof TaskCommand.Request
                        ? FishingOutcomes.complete()
                        : FishingOutcomes.continueAndIgnore())
            .stream()
            .map(TaskCommand.Request.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(step.request().id().value()).isEqualTo("c1.1.errand.s1");
    assertThat(step.request().what().verb()).isEqualTo("find");
    step.replyTo()
        .tell(
            new TaskCommand.Known(
                status(step.request(), TaskState.DONE, "The milk is in the fridge.")));
    told.expectMessage("Yes. The milk is in the fridge.");
    board.expectMessage(new TaskCommand.Told(step.request().id()));
  }

  /** The question is asked and heard. */
  private void askAboutTheLetter() {
    see(new UserFinal(1000, 1, "Throw the letter away."));
    see(new TurnSettled(1600, 1));
    String question = reply("Throw the letter away.").orElseThrow();
    assertThat(question).isEqualTo("Shall I throw away the letter?");
    see(new ConversationEvent.ReplyAudioEnded(4000, 1, question, false));
    told.awaitAssert(() -> {
      assertThat(reply("Yes.")).contains("Okay, I'll throw away the letter.");
      return true;
    });
    board.expectNoMessage();
  }

  private Optional<String> reply(String words) {
    return DeedWords.reply(shared, "c1", words);
  }

  private void see(ConversationEvent event) {
    deeds.tell(new Observed(event));
  }

  private static TaskStatus status(TaskRequest request, TaskState state, String note) {
    return new TaskStatus(
        request.id(),
        request.what(),
        request.reversibility(),
        state,
        note,
        0,
        request.origin(),
        0,
        0,
        false);
  }
}
