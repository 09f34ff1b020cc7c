package dev.creature.actors.intent.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.creature.actors.intent.Reading;
import dev.creature.actors.task.PhysicalTask;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntentGrammarTest {
  private static final IntentGrammar GRAMMAR = new IntentGrammar();

  private static String said(String text) {
    return Said.of(GRAMMAR.read(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Give the green mug to Anna. | give green mug > anna",
        "Could you take the bread out of the oven, please? | take bread < oven",
        "Put the towels in the basket next to the door | put towels > basket",
        "Walk to the balcony and water the plants | walk > balcony; water plants",
        "turn the radio off | turn off radio",
        "Would you mind closing the drawer? | close drawer",
        "I want you to carry this chair upstairs. | carry chair > upstairs",
        "grab the mop clean the hallway | grab mop; clean hallway",
        "Walk to the attic, then the cellar | walk > attic; walk > cellar",
        "Very slowly push the cart to the gate | push cart > gate",
        "Give this letter to the doctor | give letter > doctor",
        "Let the dog out | let out dog",
        "A towel for Anna, please. | bring towel > anna",
        "Walk me to the door | accompany me > door",
        "Lead the way to the study | lead me > study",
        "Get out of my way! | move aside"
      })
  void readsVerbObjectTargetAndSource(String text, String tasks) {
    assertEquals(tasks, said(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Use the rag to wipe the bench. | wipe bench",
        "In the wardrobe grab the red scarf. | grab red scarf",
        "With the tray in hand walk to the patio. | walk > patio",
        "Holding the lamp, turn around. | turn around",
        "Hand Jaroslav the towel | hand towel > jaroslav",
        "Show the guests the garden. | show guests > garden",
        "Take the blue watering can from the bench. | take blue watering can < bench",
        "Pick up the phone that is on the desk. | pick up phone",
        "Do me the favour of closing the gate. | close gate",
        "It's the cellar door I want closed. | close cellar door",
        "Face the sofa. | face sofa > sofa"
      })
  void readsTheDeedBehindWhatStandsInFrontOfIt(String text, String tasks) {
    assertEquals(tasks, said(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Give this novel 4 stars.",
        "Give the book three out of five.",
        "Find the album Blue Lines.",
        "Search for a painting of the sea.",
        "Find the nearest coffee shop.",
        "Take me to a hospital.",
        "Find someone to repair the car.",
        "Help me plan a trip.",
        "Right! I never liked that team.",
        "Bring the plates in. Wait, Ben hasn't finished."
      })
  void leavesToOthersWhatNoBodyCanDo(String text) {
    assertEquals("", Said.of(new IntentGrammar(_ -> 0.99).read(text)));
  }

  @Test
  void readsTheTitleOfATaskOnlyWhenTheSenseIsSure() {
    String title = "Putting a clean plate in the cupboard";
    assertEquals("", said(title));
    assertEquals(1, new IntentGrammar(_ -> 0.9).read(title).tasks().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bring me the small, no, the large bowl. | bring large bowl > me",
        "walk to the office i mean the garage | walk > garage",
        "Fetch my scarf, actually make that my gloves. | fetch gloves",
        "Close the fridge. Sorry, the oven. | close oven",
        "find the hammer, scratch that, find the pliers | find pliers",
        "Bring me the brush. The small one. | bring small brush > me",
        "Lift the white box. The black one, sorry. | lift black box",
        "turn the radio off. On, sorry, on. | turn on radio",
        "Put the box down. No, not there, on the chair. | put down box > chair",
        "Carry the soup to Ruth. No, Ruth's asleep. Carry it to Max. | carry soup > max",
        "Put the tray on the desk. No, the desk is full. Put it on the bench. | put tray > bench",
        "Bring us tea. Did I say tea? Cocoa. | bring cocoa > us",
        "Sweep the hall, or let's say the porch. | sweep porch",
        "Fetch the rake, well, the shovel I should say. | fetch shovel",
        "Grab the grey bag, no, it was the black bag. | grab black bag",
        "Dust the shelf. No, do the mantel. | dust mantel",
        "Take the tray to the cellar, well, to the pantry. | take tray > pantry",
        "Put the pie in the oven, in the fridge I mean. | put pie > fridge",
        "Put a napkin next to each bowl, a spoon, I mean a spoon. | put spoon > bowl",
        "Leave the keys with the neighbour. With the nurse, sorry. | leave keys > nurse"
      })
  void leavesTheOneDeedThatIsMeantAfterACorrection(String text, String tasks) {
    assertEquals(tasks, said(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Take the ladder, oh, forget it.",
        "Go to the cellar. Actually, never mind.",
        "Can you ride a bicycle?",
        "Can you lift boxes?",
        "If I asked you to dance, would you?",
        "My sister said bring the cake.",
        "We carried the table outside yesterday.",
        "Please don't wash the curtains.",
        "Set an alarm for six.",
        "Mop the hall, forget it, it's clean.",
        "Clear the desk, hang on, not yet.",
        "Keep your arms to yourself.",
        "To lift a car, push it up with a jack.",
        "Move that to my inbox.",
        "Serve you right.",
        "Get me in touch with the bank.",
        "Water the plants. Oh wait, I already watered them.",
        "Let's open the window. No, let's leave it.",
        "Turn up the volume.",
        "What did you put on the shelf?",
        "",
        " ,;. "
      })
  void asksForNothingWhereNobodyDoes(String text) {
    assertEquals("", said(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Stop!",
        "no no stop",
        "okay that's enough, stop",
        "please stop moving",
        "freeze",
        "don't move",
        "go to the kitchen. Stop!"
      })
  void hearsStop(String text) {
    Reading reading = GRAMMAR.read(text);
    assertTrue(reading.stop());
    assertEquals(List.of(), reading.tasks());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "don't stop",
        "where is the tram stop",
        "I can't stop sneezing",
        "stop by the office",
        "stop the music"
      })
  void doesNotTakeEveryStopForAHalt(String text) {
    assertFalse(GRAMMAR.read(text).stop());
  }

  @Test
  void takesWhatWasSpokenOfBeforeForIt() {
    PhysicalTask before = GRAMMAR.read("find the blue bottle").tasks().getFirst().task();
    assertEquals(
        "bring blue bottle > me",
        Said.of(GRAMMAR.read("bring it to me", List.of(before)).tasks().getFirst().task()));
  }

  @Test
  void readsWhatTheRecogniserGotNearlyRight() {
    PhysicalTask task = GRAMMAR.read("pick up the cop").tasks().getFirst().task();
    assertEquals("pick up cup", Said.of(task));
    assertEquals("cop", task.arguments().get("heard"));
  }

  @Property(tries = 2_000)
  void readsAnyTextWithoutFailing(@ForAll String text) {
    assertEquals(text, GRAMMAR.read(text).text());
  }

  @Property(tries = 2_000)
  void readsAnyOrderOfItsOwnWordsWithoutFailing(@ForAll long seed) {
    List<String> words =
        List.of(
            "put", "the", "no", "cup", "on", "it", ",", "and", "if", "of", "can", "you", "two",
            "left", "stop", "while", "turning", "that", "is", "one", "to", "by", ".");
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 25; i++) {
      text.append(words.get(random.nextInt(words.size()))).append(' ');
    }
    assertEquals(text.toString(), GRAMMAR.read(text.toString()).text());
  }
}
