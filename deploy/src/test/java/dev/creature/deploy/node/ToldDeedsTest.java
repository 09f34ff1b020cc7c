package dev.creature.deploy.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationEvent.TurnSettled;
import dev.creature.actors.conversation.ConversationEvent.UserFinal;
import dev.creature.actors.intent.grammar.IntentGrammar;
import dev.creature.actors.task.Clearance;
import dev.creature.actors.task.Reversibility;
import dev.creature.actors.task.TaskCommand;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskRequest;
import dev.creature.actors.task.TaskState;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.FishingOutcomes;
import org.junit.jupiter.api.Test;

/** What is shown and told of deeds, and what is taken back. */
class ToldDeedsTest extends WatchedDeeds {
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
}
