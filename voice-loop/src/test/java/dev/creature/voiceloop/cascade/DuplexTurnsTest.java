package dev.creature.voiceloop.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationEvent.ReplyToken;
import dev.creature.actors.conversation.ConversationEvent.SpeculationDropped;
import dev.creature.actors.conversation.ConversationEvent.SpeculationStarted;
import dev.creature.actors.conversation.ConversationEvent.SpeculationUsed;
import dev.creature.actors.conversation.ConversationEvent.TurnCommitted;
import dev.creature.actors.conversation.ConversationEvent.TurnReturned;
import dev.creature.actors.conversation.ConversationEvent.UserFinal;
import dev.creature.voiceloop.engine.EngineCommand;
import dev.creature.voiceloop.engine.EngineEvent;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DuplexTurnsTest extends DuplexTurnsScene {
  @Test
  void preparesTheAnswerInsideThePauseAndSpeaksItAtOnceWhenTheTurnIsOver() {
    voice();
    hush("What is your name?");
    silence(96);
    turns.said(new CascadeEngine.Thought(1, "I am Pip."));
    turns.said(new CascadeEngine.Spoken(1, FakeSurroundings.CLIP));
    assertThat(around.noticed(SpeculationStarted.class)).hasSize(1);
    assertThat(sounds()).isEmpty();

    silence(200);

    assertThat(around.noticed(SpeculationUsed.class)).hasSize(1);
    assertThat(around.noticed(UserFinal.class).getFirst().text()).isEqualTo("What is your name?");
    assertThat(sounds()).hasSize(1);
  }

  @Test
  void throwsThePreparedAnswerAwayWithoutTraceWhenTheUserGoesOn() {
    voice();
    hush("The air is pure.");
    silence(96);
    turns.said(new CascadeEngine.Thought(1, "Nice."));
    turns.said(new CascadeEngine.Spoken(1, FakeSurroundings.CLIP));
    goOn(120);

    assertThat(around.asked).contains("cancel 1");
    assertThat(around.noticed(SpeculationDropped.class)).hasSize(1);
    assertThat(sounds()).isEmpty();
    assertThat(around.noticed(TurnCommitted.class)).isEmpty();
  }

  @Test
  void preparesTheAnswerFromTheWordsThatWereKnownBeforeThePause() {
    voice();
    turns.heard(new EarsEvent.PartialWords(now, "What is your name?", 0, now));
    pause++;
    turns.heard(new EarsEvent.Hushed(pause, now, now + 64));
    turns.heard(new EarsEvent.Silence(pause, now + 64, 64, 900, -8, OptionalDouble.empty()));
    assertThat(around.asked).contains("think 1: What is your name?");
    turns.heard(new EarsEvent.Silence(pause, now + 400, 400, 900, -8, OptionalDouble.empty()));
    assertThat(around.noticed(TurnCommitted.class)).isEmpty();

    turns.heard(new EarsEvent.TurnWords(pause, now + 410, "What is your name?"));

    assertThat(around.noticed(TurnCommitted.class)).hasSize(1);
    assertThat(around.asked).doesNotContain("cancel 1");
  }

  @Test
  void leavesTheProcessorToTheEarsWhereAWordOfPassingWillComeFirst() {
    hush("The air is pure.");
    turns.heard(
        new EarsEvent.Silence(pause, now + 96, 96, speechMillis, -8, OptionalDouble.empty()));
    assertThat(around.asked).noneMatch(it -> it.startsWith("think"));

    turns.heard(
        new EarsEvent.Silence(pause, now + 128, 128, speechMillis, -8, OptionalDouble.of(0.4)));
    assertThat(around.asked).contains("think 1: The air is pure.");
  }

  @Test
  void preparesNoAnswerToWordsThatBreakOff() {
    voice();
    turns.heard(new EarsEvent.PartialWords(now, "Are there any workshops about gem", 0, now));
    pause++;
    turns.heard(new EarsEvent.Hushed(pause, now, now + 64));
    turns.heard(new EarsEvent.Silence(pause, now + 96, 96, 900, -8, OptionalDouble.empty()));

    assertThat(around.asked).noneMatch(it -> it.startsWith("think"));
  }

  @Test
  void preparesNoAnswerToWordsBehindWhichMoreWasSaid() {
    voice();
    turns.heard(new EarsEvent.PartialWords(now, "Is there a track?", 0, now - 400));
    pause++;
    turns.heard(new EarsEvent.Hushed(pause, now, now + 64));
    turns.heard(new EarsEvent.Silence(pause, now + 96, 96, 900, -8, OptionalDouble.empty()));

    assertThat(around.asked).noneMatch(it -> it.startsWith("think"));
  }

  @Test
  void preparesAnewWhenTheWordsTurnOutToBeOthers() {
    voice();
    hush("What is the other like?");
    silence(96);
    turns.heard(new EarsEvent.TurnWords(pause, now, "What is the weather like?"));

    assertThat(around.asked).containsSubsequence("cancel 1", "think 2: What is the weather like?");
  }

  @Test
  void givesTheTurnBackWhenTheUserGoesOnRightAfterTheCreatureBegan() {
    voice();
    hush("I heard there is food?");
    silence(200);
    answer(1);
    turns.heard(new EarsEvent.WentOn(now + 100, 300));

    assertThat(around.told).contains(new EngineEvent.CutReply(1));
    assertThat(around.noticed(TurnReturned.class)).hasSize(1);
    turns.replyHeard(new EngineCommand.ReplyHeard(1, "Yes,", true, now));
    hush("I heard there is food at the conference?");
    silence(220);

    assertThat(around.noticed(UserFinal.class).getLast().text())
        .isEqualTo("I heard there is food at the conference?");
    assertThat(around.history).isEmpty();
    assertThat(around.turnsOver).isZero();
  }

  @Test
  void givesSomebodyWhoWentOnTwiceMoreTime() {
    voice();
    hush("Is there food?");
    silence(200);
    answer(1);
    goOnRightAway();
    hush("Is there food, and is it good?");
    silence(220);
    answer(2);
    assertThat(around.noticed(UserFinal.class)).hasSize(2);
    goOnRightAway();
    hush("Is there food, and is it good, and is it free?");
    silence(600);
    assertThat(around.noticed(UserFinal.class)).hasSize(2);
    silence(720);

    assertThat(around.noticed(UserFinal.class)).hasSize(3);
  }

  private void goOnRightAway() {
    goOn(300);
    int turn = around.noticed(TurnReturned.class).getLast().turn();
    turns.replyHeard(new EngineCommand.ReplyHeard(turn, "Yes,", true, now));
  }

  @Test
  void letsARequestBeFollowedByAnotherBehindTheOpener() {
    around.opener = Optional.of(new Voice.Opener("Okay.", FakeSurroundings.CLIP));
    voice();
    hush("Grab the spoon.");
    silence(96);
    answer(1);
    silence(500);
    assertThat(sounds()).hasSize(1);
    tick(300);
    turns.heard(new EarsEvent.WentOn(now, 800));

    assertThat(around.noticed(TurnReturned.class)).hasSize(1);
    assertThat(sounds()).hasSize(1);
  }

  @Test
  void goesOnBehindTheOpenerWhenTheUserIsSilent() {
    around.opener = Optional.of(new Voice.Opener("Okay.", FakeSurroundings.CLIP));
    voice();
    hush("Grab the spoon.");
    silence(96);
    answer(1);
    silence(500);
    tick(2000);

    assertThat(sounds()).hasSize(2);
  }

  @Test
  void showsSomebodyWhoTellsSomethingThatItWasListening() {
    around.listener = Optional.of(new Voice.Opener("I see.", FakeSurroundings.CLIP));
    voice();
    hush("I can't find the map.");
    silence(96);
    answer(1);
    silence(700);

    assertThat(around.noticed(ReplyToken.class))
        .extracting(ReplyToken::text)
        .containsExactly("I see.");
  }

  @Test
  void nodsOnceInAPauseOfLongSpeech() {
    voice();
    tick(3000);
    hushAfter(5000, "I was telling you about the");
    silence(600, 0.5);

    assertThat(around.noticed(ConversationEvent.Backchannel.class)).hasSize(1);
  }

  @Test
  void doesNotNodAtAShortQuestion() {
    voice();
    hush("What is your name?");
    silence(600);

    assertThat(around.noticed(ConversationEvent.Backchannel.class)).isEmpty();
  }

  @Test
  void takesACoughForNoTurn() {
    voice();
    hushAfter(300, "");
    silence(1800);

    assertThat(around.noticed(TurnCommitted.class)).isEmpty();
    assertThat(around.turnsOver).isEqualTo(1);
  }
}
