package dev.creature.tools.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creature.tools.simulator.scene.ApartmentFile;
import dev.creature.tools.simulator.scene.BadWorldFile;
import dev.creature.tools.simulator.world.Place;
import dev.creature.tools.simulator.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whole deeds in virtual time; {@link Deeds} checks after each 20 ms that nothing is hit or lost.
 */
class SimulatedApartmentTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "bring|blue cup|me; Here you are: the blue cup.",
        "bring|mug|me; Here you are: the green cup, the nearest of 4.",
        "bring|coke|me|fridge; Here you are: the coke.",
        "bring|two books|me; Here you are: the black book and the blue book.",
        "put|the black book|bookshelf; The black book is on the bookshelf.",
        "put|fork|plate; The fork is on the dining table, beside the white plate.",
        "take|book near the laptop; I have the blue book from the desk.",
        "give|wallet|Marco; Marco has the wallet.",
        "throw away|newspaper; The newspaper is in the kitchen bin.",
        "open|fridge; The fridge is open.",
        "switch on|lights|bathroom; The bathroom light is on.",
        "pour|milk|blue cup; 'There is milk in the blue cup, on the kitchen table.'",
        "wipe|kitchen table; 'The kitchen table is wiped; I still have the sponge in my hand.'",
        "heat|bread; 'The bread is warm; it is in the microwave.'",
        "go||laundry room; I am in the laundry room.",
        "find|Anna; 'I have found Anna, in the kitchen.'",
        "follow|Anna; I have followed Anna until they stayed.",
        "guide|Anna|the bedroom; Anna is in the bedroom now.",
        "come; Here I am.",
        "turn||||direction=left; I have turned to the left.",
        "wave||me; I have waved.",
      })
  void doesWhatItIsAskedAndSaysWhatCameOfIt(String task, String words) {
    assertThat(Deeds.atHome().perform(task).words()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "bring|cup in the bathroom|me; there is no cup in the bathroom",
        "bring|purple cup|me; 'there is no purple cup, only the blue cup, the red cup, the white cup'",
        "bring|medicine|me; I can't reach the medicine: the high shelf is too high",
        "bring|suitcase|me; the suitcase is too heavy for me",
        "open|safe; the safe is locked",
        "go||garden; I don't know of any garden here",
        "bring|sofa|me; I can't carry the sofa",
        "slice|tomato; I don't know how to slice",
        "put|book; I don't know where to put the book",
        "move||||direction=forward,distance=2 meters; I can't go farther: something is in my way",
      })
  void saysWhyNot(String task, String reason) {
    Deeds deeds = Deeds.atHome();
    Deeds.Outcome outcome = deeds.perform(task);
    assertThat(outcome.done()).isFalse();
    assertThat(outcome.words()).isEqualTo(reason.replaceAll("^'|'$", ""));
    assertThat(deeds.world.places()).isEqualTo(deeds.apartment.start().places());
  }

  @Test
  void goesOnFromWhatItHasInItsHand() {
    Deeds deeds = Deeds.atHome();
    assertThat(deeds.perform("pick up|green apple").done()).isTrue();
    assertThat(deeds.perform("take|banana").words())
        .isEqualTo("my hand is full: I hold the green apple");
    assertThat(deeds.perform("put|it|fridge").done()).isTrue();
    assertThat(deeds.world.places().get("green apple"))
        .isInstanceOfSatisfying(Place.At.class, at -> assertThat(at.fixture()).isEqualTo("fridge"));
    assertThat(deeds.world.condition("fridge").open()).isFalse();
    assertThat(deeds.world.held()).isEmpty();
  }

  @Test
  void opensTheDoorsOnItsWay() {
    Deeds deeds = Deeds.atHome();
    assertThat(deeds.world.condition("bathroom door").open()).isFalse();
    deeds.perform("go||bathroom");
    assertThat(deeds.world.condition("bathroom door").open()).isTrue();
  }

  @Test
  void saysWhichDoorIsLocked() {
    Deeds deeds = Deeds.atHome();
    deeds.world =
        deeds.world.withCondition("laundry door", new World.Condition(false, true, false));
    assertThat(deeds.perform("go||laundry room").words()).isEqualTo("the laundry door is locked");
  }

  @Test
  void isTheSameForTheSameSeed() {
    Deeds one = Deeds.atHome();
    Deeds other = Deeds.atHome();
    one.perform("bring|blue cup|me");
    other.perform("bring|blue cup|me");
    assertThat(one.world).isEqualTo(other.world);
    assertThat(ApartmentFile.own(2).start()).isNotEqualTo(ApartmentFile.own(1).start());
  }

  @Test
  void namesTheLineOfAMistakeInTheWorldFile() {
    assertThatThrownBy(() ->
            ApartmentFile.parse("robot = [0,0,0]\nrooms = [{ name = hall, aera = [0,0,2,2] }]", 1))
        .isInstanceOf(BadWorldFile.class)
        .hasMessageContaining("2")
        .hasMessageContaining("unknown key \"aera\"");
  }
}
