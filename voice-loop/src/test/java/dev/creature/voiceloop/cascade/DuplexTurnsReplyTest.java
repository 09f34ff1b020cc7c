package dev.creature.voiceloop.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationEvent.UserFinal;
import dev.creature.voiceloop.engine.EngineEvent;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DuplexTurnsReplyTest extends DuplexTurnsScene {
  @Test
  void saysThatItThinksWhenTheAnswerIsNotThereAsSoonAsUsual() {
    around.filler = Optional.of(new Voice.Opener("Hmm.", FakeSurroundings.CLIP));
    voice();
    hush("Where is the bathroom?");
    silence(184);
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
    silence(184);
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
}
