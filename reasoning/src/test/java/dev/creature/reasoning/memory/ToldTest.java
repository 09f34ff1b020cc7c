package dev.creature.reasoning.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.reasoning.memory.Told.Forget;
import dev.creature.reasoning.memory.Told.ForgetAll;
import dev.creature.reasoning.memory.Told.Keep;
import dev.creature.reasoning.memory.Told.Recall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToldTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "My keys are in the bowl by the door. | key",
        "I take my coffee without sugar. | coffee",
        "Anna's room is the small bedroom. | anna's room",
        "The scissors belong in the kitchen drawer. | scissor",
        "I'm allergic to nuts. | allergic nut",
        "By the way, our first aid kit is under the bathroom sink. | first aid kit",
        "We never eat meat. | meat"
      })
  void keepsWhatIsToldOfTheHouse(String words, String about) {
    assertThat(Told.in(words))
        .hasValueSatisfying(told -> {
          assertThat(told).isInstanceOf(Keep.class);
          assertThat(((Keep) told).about()).isEqualTo(about);
          assertThat(((Keep) told).asked()).isFalse();
        });
  }

  @Test
  void keepsWhateverItIsAskedToRemember() {
    assertThat(Told.in("Please remember that the plumber comes on Friday."))
        .contains(new Keep("plumber come friday", "the plumber comes on friday", true));
    assertThat(Told.in("Remember, my keys are on the dresser."))
        .contains(new Keep("key", "my keys are on the dresser", true));
  }

  @Test
  void forgetsWhatItIsToldToForget() {
    assertThat(Told.in("Forget what I told you about my keys.")).contains(new Forget("key"));
    assertThat(Told.in("Forget that Anna's room is the small bedroom."))
        .contains(new Forget("anna's room"));
    assertThat(Told.in("Forget everything I told you.")).contains(new ForgetAll());
  }

  @Test
  void isAskedForWhatItKnows() {
    assertThat(Told.in("Where are my keys?")).contains(new Recall("key"));
    assertThat(Told.in("What did I tell you about Anna's room?"))
        .contains(new Recall("anna's room"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Forget it.",
        "Never mind.",
        "Bring me my keys.",
        "My head is spinning.",
        "The weather is nice.",
        "The cup is on the table.",
        "My back hurts.",
        "My sister is on her way now.",
        "I like you.",
        "Remember to water the plants.",
        "Do you like coffee?",
        "What is on the table?",
        "Where is the kitchen?",
        "I am tired."
      })
  void takesOtherTalkForNothingToKeep(String words) {
    assertThat(Told.in(words)).isEmpty();
  }
}
