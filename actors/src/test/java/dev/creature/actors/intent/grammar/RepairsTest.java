package dev.creature.actors.intent.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a speaker means who says a part of a request again, by the ways of doing so. */
class RepairsTest {
  private static final IntentGrammar GRAMMAR = new IntentGrammar();

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a reason is no thing | Bring me two bowls, no, make that three, the cousins are coming. | bring bowls > me",
        "a reason is no thing | Get his coat, the red, no, the raincoat, it's pouring. | get raincoat",
        "a reason is no thing | Open the blinds in the den, oh wait, it's Saturday, in the lounge. | open blinds",
        "a reason is no thing | Put the crayons in the drawer, oh don't bother, she is drawing again. | ''",
        "the correction behind a reason | Put the cake on the counter, no, too low, on the dresser. | put cake > dresser",
        "the correction behind a reason | Give me the pink cup, no, not pink, she'll scream, the yellow one. | give yellow cup > me",
        "the correction behind a reason | Bring Anna the pen, the thin one. Hm, it's dry, so the thick one. | bring thick pen > anna",
        "words that only lead to the thing | Dust the shelf. No, I want the mantel. | dust mantel",
        "words that only lead to the thing | Put the vase on the shelf, no, it should go on the sill. | put vase > sill",
        "words that only lead to the thing | Fetch the rake. No, it was the shovel I meant. | fetch shovel",
        "called a correction behind it | Roll the ball to Finn. Throw it, actually. | throw ball",
        "called a correction behind it | Take the phone from Ann, from Alice, I mean, and give it to me. | take phone < alice; give phone > me",
        "called a correction behind it | Set the tray on the bed. Hm, the desk might be safer. | set tray > desk",
        "where it fits | Put the plates in the cupboard, no, the upper one. | put plates > upper cupboard",
        "where it fits | Put the red cup on the shelf, no, the blue one. | put blue cup > shelf",
        "where it fits | Check on the twins, sorry, on the hamster. | check on hamster",
        "where it fits | Take this to Anna. Hannah. | take this > hannah",
        "where it fits | Put the toy car in the box, the truck, I mean. | put truck > box",
        "one deed of several tries | Bring two towels to the bathroom, no, one towel and to the bedroom. | bring towel > bedroom",
        "one deed of several tries | Butter the toast, um, no, jam, put jam on the toast. | put jam > toast",
        "one deed of several tries | Put the pram in the den. Or, mm, in the hall. | put pram > hall",
        "one deed of several tries | I need the whatsit, bring me the whatsit, the potty. | bring potty > me",
        "what need not be done | Feed the cat, oh wait, she's already eaten. | ''",
        "what need not be done | Bring me the scissors. Found them. | ''",
        "what need not be done | Throw away the box. Hold on, I might need that box. | ''",
        "what need not be done | Drop the laundry in the dryer, it's already been washed. | drop laundry > dryer",
        "what need not be done | Fold the towels, then dust the shelf. No, don't do the towels. | dust shelf",
        "who he is | Peel an apple for Jake, wait, he hates apples, peel him a pear. | peel pear > jake",
        "who he is | Get Paul a beer. Wait, he's driving, get him a water instead. | get water > paul"
      })
  void readsWhatIsMeant(String way, String text, String tasks) {
    assertEquals(tasks, Said.of(GRAMMAR.read(text)), way);
  }
}
