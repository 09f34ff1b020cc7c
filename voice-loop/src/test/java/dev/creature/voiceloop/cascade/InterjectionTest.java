package dev.creature.voiceloop.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterjectionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mm-hmm.",
        "Yeah.",
        "Mum.",
        "MUMM",
        "Muh",
        "Hum.",
        "Um-hum",
        "Sure. Sure. Sure. Sure. Sure.",
        "I see...",
        "Yes, sir.",
        "Righto"
      })
  void takesWhatAListenerSaysForEncouragement(String text) {
    assertThat(Interjection.of(text)).isEqualTo(Interjection.BACKCHANNEL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Wait.",
        "No, the other one.",
        "Hold on",
        "stop stop stop",
        "yeah yeah but what about lunch"
      })
  void takesThatForAStop(String text) {
    assertThat(Interjection.of(text)).isEqualTo(Interjection.STOP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What time is it?",
        "Mom and dad are here.",
        "Bring me the cup.",
        "Man.",
        "Music."
      })
  void hearsThatSomebodyWantsToSpeak(String text) {
    assertThat(Interjection.of(text)).isEqualTo(Interjection.CONTENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "...", "[ 12 ]"})
  void hearsNoWordWhereThereIsNone(String text) {
    assertThat(Interjection.of(text)).isEqualTo(Interjection.NONE);
  }

  @Test
  void takesOnlyAnOrderToBeSilentForAStopFromAfar() {
    assertThat(Interjection.orders("Stop it.")).isTrue();
    assertThat(Interjection.orders("No, but I think so.")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "As high.",
        "Yuh-hong.",
        "Zeth Earth",
        "Oh, han.",
        "Hi.",
        "Yes, Jim.",
        "I see it."
      })
  void knowsWhatRecognisersMakeOfUhHuh(String text) {
    assertThat(Interjection.mayBeHummed(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"What?", "Why not", "Go left.", "Open it.", "Next one.", "I like cats."})
  void takesAskingAndCommandingForWhatTheyAre(String text) {
    assertThat(Interjection.mayBeHummed(text)).isFalse();
  }
}
