package dev.creature.voiceloop.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.conversation.ConversationEvent.DuckEnded;
import dev.creature.voiceloop.brain.Turn;
import dev.creature.voiceloop.engine.EngineCommand;
import dev.creature.voiceloop.engine.EngineEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuplexTurnsInterruptedTest extends DuplexTurnsScene {
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
    turns.heard(new EarsEvent.PartialWords(now, "wait", 0, now));

    assertThat(around.told).contains(new EngineEvent.CutReply(1));
  }

  @ParameterizedTest(name = "{0}: {2}, then {3}")
  @CsvSource({
    "a short sound that was taken for a word, 300, MAM!, Mum.",
    "a short hum that was taken for words, 440, '', As high.",
    "a hum that is taken for words meanwhile, 480, The most, The most.",
    "an 'I see' that was taken for more, 540, '', I see it.",
    "a 'sure' that was taken for another word, 600, '', Jua.",
    "a yes that was taken for more as it faded, 700, 'Yes, sir.', Yes.",
  })
  void waitsForAllOfAShortSoundAndGoesOnBehindIt(
      String what, long millis, String guess, String words) {
    speakingReply();
    turns.heard(new EarsEvent.VoiceStarted(now, now + 64));
    tick(millis);
    if (!guess.isEmpty()) {
      turns.heard(new EarsEvent.PartialWords(now, guess, 0, now));
    }
    assertThat(around.told).doesNotContain(new EngineEvent.CutReply(1));
    hush(words);
    silence(200);

    assertThat(around.told).contains(new EngineEvent.ResumeReply(1));
    assertThat(around.told).doesNotContain(new EngineEvent.CutReply(1));
  }

  @Test
  void yieldsToAShortQuestion() {
    speakingReply();
    turns.heard(new EarsEvent.VoiceStarted(now, now + 64));
    tick(440);
    hush("What?");
    silence(200);

    assertThat(around.told).contains(new EngineEvent.CutReply(1));
  }

  @Test
  void doesNotTakeAShortSoundForALongOneWhenTheEarsAreBehind() {
    speakingReply();
    long at = now;
    turns.heard(new EarsEvent.VoiceStarted(at, at + 64));
    tick(1500);
    turns.heard(new EarsEvent.PartialWords(at + 300, "Yeah", 0, now));

    assertThat(around.told).doesNotContain(new EngineEvent.CutReply(1));
  }

  @Test
  void remembersExactlyWhatWasHeardOfAnInterruptedReply() {
    speakingReply();
    turns.heard(new EarsEvent.VoiceStarted(now, now + 64));
    tick(500);
    turns.heard(new EarsEvent.PartialWords(now, "what about tomorrow", 0, now));
    turns.replyHeard(new EngineCommand.ReplyHeard(1, "I am", true, now));
    hush("What about tomorrow?");
    silence(96);

    assertThat(around.history).containsExactly(new Turn("What is your name?", "I am", true));
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
  void goesOnWhileSomebodyFarAwayTalksAndDoesNotAnswerHim() {
    speakingReply();
    far();
    tick(1500);
    turns.heard(new EarsEvent.PartialWords(now, "and then she went to Rome", 0, now));
    hush("And then she went to Rome.");
    silence(700);
    turns.replyHeard(new EngineCommand.ReplyHeard(1, "I am Pip. How are you?", false, now));
    silence(2000);

    assertThat(around.told)
        .contains(new EngineEvent.DuckReply(1, true), new EngineEvent.DuckReply(1, false))
        .doesNotContain(new EngineEvent.CutReply(1));
    assertThat(around.turnsOver).isEqualTo(2);
    assertThat(turns.replying()).isFalse();
  }

  @Test
  void yieldsToSomebodyFarAwayWhoSaysStop() {
    speakingReply();
    far();
    tick(300);
    turns.heard(new EarsEvent.PartialWords(now, "stop", 0, now));

    assertThat(around.told).contains(new EngineEvent.CutReply(1));
  }

  @Test
  void yieldsToAUserWhoBeganSoftly() {
    speakingReply();
    far();
    tick(60);
    turns.heard(new EarsEvent.VoiceNear(now));
    tick(500);
    turns.heard(new EarsEvent.PartialWords(now, "what about tomorrow", 0, now));

    assertThat(around.told).contains(new EngineEvent.CutReply(1));
  }

  @Test
  void answersAFarVoiceWhenItIsSilentItself() {
    far();
    tick(1500);
    hush("What is your name?");
    silence(300);

    assertThat(turns.replying()).isTrue();
  }

  private void far() {
    turns.heard(new EarsEvent.VoiceFar(now));
    turns.heard(new EarsEvent.VoiceStarted(now - 64, now));
  }
}
