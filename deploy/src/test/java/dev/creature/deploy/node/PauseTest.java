package dev.creature.deploy.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.conversation.ConversationEvent;
import org.junit.jupiter.api.Test;

class PauseTest {
  private final Pause pause = new Pause();

  @Test
  void isThereBeforeTheFirstWord() {
    assertThat(pause.isNow()).isTrue();
  }

  @Test
  void isOverFromTheUsersFirstSoundToTheEndOfTheAnswer() {
    pause.observed(new ConversationEvent.UserSpeechStarted(0, 30));
    assertThat(pause.isNow()).isFalse();
    pause.observed(new ConversationEvent.UserSpeechEnded(900, 950));
    assertThat(pause.isNow()).isFalse();
    pause.observed(new ConversationEvent.UserFinal(900, 1, "hello"));
    pause.observed(new ConversationEvent.ReplyAudioStarted(1_200, 1));
    assertThat(pause.isNow()).isFalse();
    pause.observed(new ConversationEvent.ReplyAudioEnded(2_000, 1, "hi", false));
    assertThat(pause.isNow()).isTrue();
  }
}
