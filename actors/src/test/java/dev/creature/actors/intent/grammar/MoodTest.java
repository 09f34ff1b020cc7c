package dev.creature.actors.intent.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.creature.actors.intent.Mood;
import org.junit.jupiter.api.Test;

class MoodTest {
  private static final IntentGrammar GRAMMAR = new IntentGrammar();

  private static void is(Mood mood, String... texts) {
    for (String text : texts) {
      assertEquals(mood, GRAMMAR.mood(text), text);
    }
  }

  @Test
  void aWholeCommandMayEndATurn() {
    is(Mood.COMMAND_WHOLE, "bring me the cup", "turn it on", "go to the kitchen", "follow me");
  }

  @Test
  void aCommandThatBrokeOffDoesNot() {
    is(
        Mood.COMMAND_OPEN,
        "bring me",
        "bring me the",
        "pick up the red",
        "go to the kitchen and",
        "could you");
  }

  @Test
  void questionsTalkAndStopsAreNoCommands() {
    is(Mood.QUESTION, "what time is it", "is the door open?", "do you like tea");
    is(Mood.TALK, "I like tea", "", "my brother always brings me coffee");
    is(Mood.STOP, "stop", "whoa, freeze");
  }
}
