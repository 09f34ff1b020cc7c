package dev.creature.actors.intent.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.creature.actors.intent.RequestSense;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecondOpinionTest {

  private static boolean fires(RequestSense sense, String text) {
    return !new IntentGrammar(sense).read(text).tasks().isEmpty();
  }

  @Test
  void talkIsDroppedHoweverItIsWorded() {
    assertTrue(fires(RequestSense.undecided(), "search the attic"));
    assertFalse(fires(_ -> 0.01, "search the attic"));
  }

  @Test
  void aFirmVerbTakesMoreToBeDropped() {
    assertTrue(fires(_ -> 0.05, "pick up the cup"));
    assertFalse(fires(_ -> 0.001, "pick up the cup"));
  }

  @Test
  void hearsACommandBehindAReasonByItself() {
    String clause = "find the collar";
    String text = "The vet is on the phone and asks, so please " + clause + ".";
    assertTrue(fires(words -> words.equals(clause) ? 0.9 : 0.01, text));
    assertFalse(fires(words -> words.equals(clause) ? 0.3 : 0.01, text));
  }

  @Test
  void neverMakesADeedOfWhatTheRulesHaveNotRead() {
    assertFalse(fires(_ -> 1, "what a lovely day"));
    assertFalse(fires(_ -> 1, "I put the cup on the table yesterday"));
  }

  @Test
  void isNotAskedWhereNothingIsInDoubt() {
    List<String> asked = new ArrayList<>();
    IntentGrammar grammar =
        new IntentGrammar(text -> {
          asked.add(text);
          return 1;
        });
    var _ = grammar.read("how are you today?");
    var _ = grammar.read("stop");
    var _ = grammar.stops("pick up the cup");

    assertEquals(List.of(), asked);
  }
}
