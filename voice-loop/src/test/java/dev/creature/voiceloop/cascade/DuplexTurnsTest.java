package dev.creature.voiceloop.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationEvent.DuckEnded;
import dev.creature.actors.conversation.ConversationEvent.ReplyToken;
import dev.creature.actors.conversation.ConversationEvent.SpeculationDropped;
import dev.creature.actors.conversation.ConversationEvent.SpeculationStarted;
import dev.creature.actors.conversation.ConversationEvent.SpeculationUsed;
import dev.creature.actors.conversation.ConversationEvent.TurnCommitted;
import dev.creature.actors.conversation.ConversationEvent.TurnReturned;
import dev.creature.actors.conversation.ConversationEvent.UserFinal;
import dev.creature.voiceloop.brain.Turn;
import dev.creature.voiceloop.engine.EngineCommand;
import dev.creature.voiceloop.engine.EngineEvent;
import dev.creature.voiceloop.turntaking.EvidenceTurnTaking;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DuplexTurnsTest {
  private final FakeSurroundings around = new FakeSurroundings();
  private final DuplexTurns turns = new DuplexTurns(EvidenceTurnTaking.standard(), around, 1);
  private long now;
  private int pause;

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
    turns.heard(new EarsEvent.PartialWords(now, "What is your name?", 0));
    pause++;
    turns.heard(new EarsEvent.Hushed(pause, now, now + 64));
    turns.heard(new EarsEvent.Silence(pause, now + 64, 64, 900, -8, OptionalDouble.empty()));
    assertThat(around.asked).contains("think 1: What is your name?");
    turns.heard(new EarsEvent.Silence(pause, now + 200, 200, 900, -8, OptionalDouble.empty()));
    assertThat(around.noticed(TurnCommitted.class)).isEmpty();

    turns.heard(new EarsEvent.TurnWords(pause, now + 210, "What is your name?"));

    assertThat(around.noticed(TurnCommitted.class)).hasSize(1);
    assertThat(around.asked).doesNotContain("cancel 1");
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
  void saysThatItThinksWhenTheAnswerIsNotThereAsSoonAsUsual() {
    around.filler = Optional.of(new Voice.Opener("Hmm.", FakeSurroundings.CLIP));
    voice();
    hush("Where is the bathroom?");
    silence(200);
    assertThat(sounds()).isEmpty();
    tick(400);
    assertThat(sounds()).hasSize(1);
    tick(400);
    assertThat(sounds()).hasSize(1);

    answer(1);

    assertThat(sounds()).hasSize(2);
  }

  @Test
  void doesNotSayThatItThinksWhenThereIsNothingToSay() {
    around.filler = Optional.of(new Voice.Opener("Hmm.", FakeSurroundings.CLIP));
    voice();
    hush("Where is the bathroom?");
    silence(200);
    turns.said(new CascadeEngine.ThoughtEnded(1, Optional.empty()));
    tick(1000);

    assertThat(sounds()).isEmpty();
  }

  @Test
  void doesNotSayThatItThinksWhenTheAnswerIsThere() {
    around.filler = Optional.of(new Voice.Opener("Hmm.", FakeSurroundings.CLIP));
    voice();
    hush("Where is the bathroom?");
    silence(96);
    answer(1);
    silence(200);
    tick(1000);

    assertThat(sounds()).hasSize(1);
  }

  @Test
  void isDuckedWithinOneWindowByALikelyVoiceAndComesBackWhenItWasNone() {
    speakingReply();
    turns.heard(new EarsEvent.VoiceLikely(now));
    assertThat(around.told).contains(new EngineEvent.DuckReply(1, true));

    tick(300);

    assertThat(around.told).contains(new EngineEvent.DuckReply(1, false));
    assertThat(around.noticed(DuckEnded.class))
        .extracting(DuckEnded::resumed)
        .containsExactly(true);
  }

  @Test
  void fallsSilentForAVoiceThatLastsAndGoesOnAfterABackchannel() {
    speakingReply();
    long began = now;
    turns.heard(new EarsEvent.VoiceLikely(now));
    turns.heard(new EarsEvent.VoiceStarted(now, now + 64));
    tick(160);
    assertThat(around.told).contains(new EngineEvent.HoldReply(1, began));
    hush("Mm-hmm.");
    silence(200);

    assertThat(around.told).contains(new EngineEvent.ResumeReply(1));
    assertThat(around.told).doesNotContain(new EngineEvent.CutReply(1));
    assertThat(around.turnsOver).isEqualTo(2);
  }

  @Test
  void yieldsAtOnceToAStopWord() {
    speakingReply();
    turns.heard(new EarsEvent.VoiceStarted(now, now + 64));
    turns.heard(new EarsEvent.PartialWords(now, "wait", 0));

    assertThat(around.told).contains(new EngineEvent.CutReply(1));
  }

  @Test
  void waitsForAllOfAShortSoundBeforeItTakesTheFirstGuessForAWord() {
    speakingReply();
    turns.heard(new EarsEvent.VoiceStarted(now, now + 64));
    tick(300);
    turns.heard(new EarsEvent.PartialWords(now, "MAM!", 0));
    assertThat(around.told).doesNotContain(new EngineEvent.CutReply(1));
    hush("Mum.");
    silence(200);

    assertThat(around.told).contains(new EngineEvent.ResumeReply(1));
    assertThat(around.told).doesNotContain(new EngineEvent.CutReply(1));
  }

  @Test
  void doesNotTakeAShortSoundForALongOneWhenTheEarsAreBehind() {
    speakingReply();
    long at = now;
    turns.heard(new EarsEvent.VoiceStarted(at, at + 64));
    tick(1500);
    turns.heard(new EarsEvent.PartialWords(at + 300, "Yeah", 0));

    assertThat(around.told).doesNotContain(new EngineEvent.CutReply(1));
  }

  @Test
  void remembersExactlyWhatWasHeardOfAnInterruptedReply() {
    speakingReply();
    turns.heard(new EarsEvent.VoiceStarted(now, now + 64));
    tick(500);
    turns.heard(new EarsEvent.PartialWords(now, "what about tomorrow", 0));
    turns.replyHeard(new EngineCommand.ReplyHeard(1, "I am", true, now));
    hush("What about tomorrow?");
    silence(96);

    assertThat(around.history).containsExactly(new Turn("What is your name?", "I am", true));
  }

  @Test
  void apologisesWhenTheModelsStaySilent() {
    voice();
    hush("What is your name?");
    silence(200);
    tick(1800);

    assertThat(around.asked).contains("speak " + Voice.APOLOGY.text());
  }

  @Test
  void tellsNewsInTheNextBreathAndNeverIntoAVoice() {
    voice();
    turns.tellLater("The cup is on the table.");
    tick(2000);
    assertThat(around.asked).doesNotContain("speak The cup is on the table.");

    hush("");
    turns.heard(new EarsEvent.VoiceEnded(pause, now - 160, now));
    tick(2400);
    assertThat(around.asked).doesNotContain("speak The cup is on the table.");
    tick(200);

    assertThat(around.asked).contains("speak The cup is on the table.");
  }

  @Test
  void keepsNewsFromAUserWhoBeganToSpeakBeforeTheReplyWasOver() {
    speakingReply();
    turns.tellLater("The cup is on the table.");
    turns.heard(new EarsEvent.VoiceStarted(now - 64, now));
    tick(60);
    turns.replyHeard(new EngineCommand.ReplyHeard(1, "I am Pip. How are you?", false, now));
    tick(4000);
    assertThat(around.asked).doesNotContain("speak The cup is on the table.");

    turns.heard(new EarsEvent.VoiceEnded(pause, now - 160, now));
    tick(2520);

    assertThat(around.asked).contains("speak The cup is on the table.");
  }

  @Test
  void answersWhatWasWrittenLikeATurn() {
    turns.read("What is your name?");

    assertThat(around.asked).contains("think 1: What is your name?");
    assertThat(around.noticed(UserFinal.class).getFirst().text()).isEqualTo("What is your name?");
  }

  @Test
  void showsThatItHeardWhenTheAnswerIsNotReady() {
    around.sign = Optional.of(new Voice.Opener("", FakeSurroundings.CLIP));
    turns.read("What is your name?");

    assertThat(around.told).contains(new EngineEvent.Aside(FakeSurroundings.CLIP));
  }

  @Test
  void givesNoSignInFrontOfAnAnswerThatIsReady() {
    around.sign = Optional.of(new Voice.Opener("", FakeSurroundings.CLIP));
    voice();
    hush("What is your name?");
    silence(96);
    turns.said(new CascadeEngine.Thought(1, "I am Pip."));
    turns.said(new CascadeEngine.Spoken(1, FakeSurroundings.CLIP));
    silence(200);

    assertThat(sounds()).hasSize(1);
    assertThat(around.told).noneMatch(EngineEvent.Aside.class::isInstance);
  }

  @Test
  void nodsOnceInAPauseOfLongSpeech() {
    voice();
    tick(3000);
    hushAfter(5000, "I was telling you about the");
    silence(600);

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

  @Test
  void saysWhatFailedAndGoesOnWithTheNextClause() {
    voice();
    hush("What is your name?");
    silence(200);
    turns.said(new CascadeEngine.Thought(1, "one|two"));
    turns.said(new CascadeEngine.SpeakingFailed(1, "no sound"));

    assertThat(around.asked).contains("speak two");
    assertThat(around.noticed(ConversationEvent.Trouble.class)).hasSize(1);
  }

  @Test
  void dropsASoundThatComesAfterTheReplyWasGivenUp() {
    voice();
    hush("What is your name?");
    silence(200);
    turns.said(new CascadeEngine.Thought(1, "I am Pip."));
    tick(9000);
    assertThat(around.told).contains(new EngineEvent.ReplyComplete(1));

    turns.said(new CascadeEngine.Spoken(1, FakeSurroundings.CLIP));

    assertThat(sounds()).isEmpty();
  }

  private void speakingReply() {
    voice();
    hush("What is your name?");
    silence(200);
    answer(1);
    tick(700);
    assertThat(around.turnsOver).isEqualTo(1);
  }

  private void answer(int line) {
    turns.said(new CascadeEngine.Thought(line, "I am Pip.|How are you?"));
    turns.said(new CascadeEngine.Spoken(line, FakeSurroundings.CLIP));
  }

  private List<EngineEvent> sounds() {
    return around.told.stream().filter(EngineEvent.ReplySound.class::isInstance).toList();
  }

  private void voice() {
    tick(1000);
    turns.heard(new EarsEvent.VoiceStarted(now - 64, now));
    tick(1500);
  }

  private void goOn(long pausedMillis) {
    pause++;
    turns.heard(new EarsEvent.WentOn(now, pausedMillis));
  }

  private void hush(String words) {
    hushAfter(1500, words);
  }

  private long speechMillis;
  private long hushedAt;

  private void hushAfter(long speech, String words) {
    pause++;
    speechMillis = speech;
    hushedAt = now;
    tick(64);
    turns.heard(new EarsEvent.Hushed(pause, hushedAt, now));
    turns.heard(new EarsEvent.TurnWords(pause, now, words));
  }

  private void silence(long millis) {
    while (now - hushedAt < millis) {
      tick(20);
      turns.heard(
          new EarsEvent.Silence(
              pause, now, now - hushedAt, speechMillis, -8, OptionalDouble.of(0.95)));
    }
  }

  private void tick(long millis) {
    long until = now + millis;
    while (now < until) {
      now = Math.min(until, now + 20);
      turns.tick(now);
    }
  }
}
