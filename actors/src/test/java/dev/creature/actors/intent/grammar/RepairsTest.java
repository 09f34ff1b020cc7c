package dev.creature.actors.intent.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a speaker means who says a part of a request again, a case for each way of doing so. */
class RepairsTest {
  private static final IntentGrammar GRAMMAR = new IntentGrammar();

  private static String said(String text) {
    return GRAMMAR.read(text).tasks().stream()
        .map(read ->
            read.task().verb()
                + read.task().object().map(object -> " " + object).orElse("")
                + read.task().target().map(target -> " > " + target).orElse(""))
        .collect(Collectors.joining("; "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bring me two bowls, no, make that three, the cousins are coming. | bring bowls > me",
        "Get his coat, the red, no, the raincoat, it's pouring. | get raincoat",
        "Open the blinds in the den, oh wait, it's Saturday, in the lounge. | open blinds",
        "Put the crayons in the drawer, oh don't bother, she is drawing again. | ''"
      })
  void doesNotTakeTheReasonForAThing(String text, String tasks) {
    assertEquals(tasks, said(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Put the cake on the counter, no, too low, on the dresser. | put cake > dresser",
        "Give me the pink cup, no, not pink, she'll scream, the yellow one. | give yellow cup > me",
        "Bring Anna the pen, the thin one. Hm, it's dry, so the thick one. | bring thick pen > anna"
      })
  void findsTheCorrectionBehindTheReason(String text, String tasks) {
    assertEquals(tasks, said(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Dust the shelf. No, I want the mantel. | dust mantel",
        "Put the vase on the shelf, no, it should go on the sill. | put vase > sill",
        "Fetch the rake. No, it was the shovel I meant. | fetch shovel"
      })
  void hearsNoDeedInTheWordsThatLeadToTheThing(String text, String tasks) {
    assertEquals(tasks, said(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Roll the ball to Finn. Throw it, actually. | throw ball",
        "Take the phone from Ann, from Alice, I mean, and give it to me. | take phone; give phone > me",
        "Set the tray on the bed. Hm, the desk might be safer. | set tray > desk"
      })
  void hearsACorrectionThatIsOnlyCalledSoBehindIt(String text, String tasks) {
    assertEquals(tasks, said(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Put the plates in the cupboard, no, the upper one. | put plates > upper cupboard",
        "Put the red cup on the shelf, no, the blue one. | put blue cup > shelf",
        "Check on the twins, sorry, on the hamster. | check on hamster",
        "Take this to Anna. Hannah. | take this > hannah",
        "Put the toy car in the box, the truck, I mean. | put truck > box"
      })
  void putsTheCorrectionWhereItFits(String text, String tasks) {
    assertEquals(tasks, said(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bring two towels to the bathroom, no, one towel and to the bedroom. | bring towel > bedroom",
        "Butter the toast, um, no, jam, put jam on the toast. | put jam > toast",
        "Put the pram in the den. Or, mm, in the hall. | put pram > hall",
        "I need the whatsit, bring me the whatsit, the potty. | bring potty > me"
      })
  void makesOneDeedOfSeveralTries(String text, String tasks) {
    assertEquals(tasks, said(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Feed the cat, oh wait, she's already eaten. | ''",
        "Bring me the scissors. Found them. | ''",
        "Throw away the box. Hold on, I might need that box. | ''",
        "Drop the laundry in the dryer, it's already been washed. | drop laundry > dryer",
        "Fold the towels, then dust the shelf. No, don't do the towels. | dust shelf"
      })
  void knowsWhatNeedsNotBeDone(String text, String tasks) {
    assertEquals(tasks, said(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Peel an apple for Jake, wait, he hates apples, peel him a pear. | peel pear > jake",
        "Get Paul a beer. Wait, he's driving, get him a water instead. | get water > paul"
      })
  void knowsWhoHeIs(String text, String tasks) {
    assertEquals(tasks, said(text));
  }
}
