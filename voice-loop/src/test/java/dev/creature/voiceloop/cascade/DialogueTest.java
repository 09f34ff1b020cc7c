package dev.creature.voiceloop.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.voiceloop.brain.Turn;
import org.junit.jupiter.api.Test;

class DialogueTest {
  private final Dialogue dialogue = new Dialogue();

  @Test
  void remembersATurnOnceItsReplyWasHeard() {
    dialogue.handedOn(1, "hello");
    assertThat(dialogue.turns()).isEmpty();

    dialogue.heard(1, "Hi.", false);

    assertThat(dialogue.turns()).containsExactly(new Turn("hello", "Hi.", false));
  }

  @Test
  void doesNotRememberTheWordThatOnlyFilledTheWait() {
    dialogue.handedOn(1, "I like tea");
    dialogue.heard(1, "Mm-hm. Yes, me too.", false);
    dialogue.handedOn(2, "grab the cup");
    dialogue.heard(2, "Okay.", true);

    assertThat(dialogue.turns())
        .extracting(Turn::creature)
        .containsExactly("Yes, me too.", "Okay.");
  }

  @Test
  void keepsATurnOpenWhenNothingOfItsReplyWasHeard() {
    dialogue.handedOn(1, "go into the bedroom");
    dialogue.heard(1, "", true);

    assertThat(dialogue.turns()).isEmpty();
    assertThat(dialogue.following("get my watch")).isEqualTo("go into the bedroom get my watch");
  }

  @Test
  void forgetsWhatWasUnansweredOnceATurnIsTaken() {
    dialogue.handedOn(1, "go into the bedroom");
    dialogue.heard(1, "", true);
    dialogue.taken();

    assertThat(dialogue.following("get my watch")).isEqualTo("get my watch");
  }

  @Test
  void forgetsAReplyThatCameTooEarly() {
    dialogue.handedOn(1, "go into the bedroom");
    dialogue.returned(1);
    dialogue.heard(1, "Okay.", true);

    assertThat(dialogue.turns()).isEmpty();
    assertThat(dialogue.following("get my watch")).isEqualTo("get my watch");
  }

  @Test
  void ignoresWhatWasHeardOfAReplyThatItDoesNotKnow() {
    dialogue.heard(7, "Hi.", false);

    assertThat(dialogue.turns()).isEmpty();
  }
}
