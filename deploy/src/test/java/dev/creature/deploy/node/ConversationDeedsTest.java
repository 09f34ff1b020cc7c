package dev.creature.deploy.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationEvent.TurnReturned;
import dev.creature.actors.conversation.ConversationEvent.TurnSettled;
import dev.creature.actors.conversation.ConversationEvent.UserFinal;
import dev.creature.actors.conversation.ConversationEvent.UserPartial;
import dev.creature.actors.task.TaskCommand;
import dev.creature.actors.task.TaskRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** When words become deeds. */
class ConversationDeedsTest extends WatchedDeeds {
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
}
