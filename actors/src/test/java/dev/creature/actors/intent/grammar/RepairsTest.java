package dev.creature.actors.intent.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        "a reason behind second thoughts | Wash the car. Wait, I think it's going to rain. | ''",
        "a reason behind second thoughts | Take out the trash. Hold on, the truck already came. | ''",
        "a reason behind second thoughts | Make the bed in the guest room. She's not staying after all. | ''",
        "where a thing is, is no reason | Bring me the towel. Oh, it's in the bathroom. | bring towel > me",
        "where a thing is, is no reason | Get the scissors. They're in the drawer. | get scissors",
        "what is only told | Take this to Anna. Oh, she'll love it. | take this > anna",
        "what is only told | Bring me the vase. Careful, don't drop it. | bring vase > me",
        "somebody else does it | Fetch the mail. Oh, Ben's got it, thanks. | ''",
        "somebody else does it | Turn on the heater. Actually I'll just put on a jumper. | ''",
        "it is as it shall be | Close the door. Oh, it's closed already. | ''",
        "why it is wanted | Take the cup to Anna. She is already waiting. | take cup > anna",
        "why it is wanted | Bring the box here. I can carry it myself from there. | bring box > here",
        "why it is wanted | Get me the scissors. I'll cut it myself. | get scissors > me",
        "why it is wanted | Open the oven. I can take it from there. | open oven",
        "why it is wanted | Find my phone. It was on the sofa. | find phone",
        "why it is wanted | Look for the cat. It is somewhere in the garden. | look for cat",
        "why it is wanted | Put the groceries away. I can't carry them anymore. | put away groceries",
        "why it is wanted | Pick up the toys. I can't bend down anymore. | pick up toys",
        "why it is wanted | Close the door. It's already late. | close door",
        "why it is wanted | Turn on the light. It's already dark. | turn on light",
        "why it is wanted | Clean the mirror. It is clean only at the top. | clean mirror",
        "it is as it shall be | Turn on the light. It is already on. | ''",
        "it is as it shall be | Close the door. It's already closed. | ''",
        "somebody else does it | Answer the door. My husband's got it. | ''",
        "it is as it shall be | Find my glasses. Oh, they're on my head. | ''",
        "it is as it shall be | Wake up Jonas. No, let him sleep. | ''",
        "one of several is taken back | Bring us two espressos. Sorry, the meeting's over, so no espressos. | ''",
        "one of several is taken back | Fold the jeans and iron the blouse. Skip the ironing. | fold jeans",
        "the same deed again | Put the olives on the terrace, oh it's getting windy, put them on the piano. | put olives > piano",
        "the same deed again | wipe the stove oh no that one's clean wipe the table | wipe table",
        "the same deed again | Bring me the cup. Bring me the plate. | bring cup > me; bring plate > me",
        "the same deed again | Bring me, uh, can you bring me the pad? | bring pad > me",
        "which of several | Bring the tray to room eight, no, nine. | bring tray > room nine",
        "which of several | Lead the visitors to meeting room B, no, C. | lead visitors > meeting room c",
        "ruled out | Throw the ball to Max, not to Max, to Leo. | throw ball > leo",
        "ruled out | Throw the yogurt in the bin. Not throw! Put it in the fridge. | put yogurt > fridge",
        "ruled out | Not the regular coffee, hand me the decaf one. | hand decaf coffee > me",
        "one more of the kind | Fill the bath. The basin. | fill basin",
        "another way | Turn the radio down, I mean off. | turn off radio",
        "only this is asked | No, I'm fine, just bring me the cream. | bring cream > me",
        "only this is asked | I was going to say bring the tea but, no, bring the coffee. | bring coffee",
        "for somebody else | Make a tea for my mother. No, for my grandmother, my mother is out. | make tea > grandmother",
        "what somebody wants | Bring the wine to table six. Correction, they want the juice. | bring juice > table six",
        "it is what was asked for | Give Deano the cup, wait, he's got one on his belt, give it to Anna. | give cup > anna",
        "broken off | Carry the crate to, oh what's it, to the van. | carry crate > van",
        "who he is | Peel an apple for Jake, wait, he hates apples, peel him a pear. | peel pear > jake",
        "who he is | Get Paul a beer. Wait, he's driving, get him a water instead. | get water > paul"
      })
  void readsWhatIsMeant(String way, String text, String tasks) {
    assertEquals(tasks, Said.of(GRAMMAR.read(text)), way);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "That's my foot, stop!",
        "Not so fast, stop!",
        "You're squeezing too hard, stop!",
        "Don't move another inch!",
        "stop that's hot"
      })
  void haltsWhenItIsCalledOut(String text) {
    assertTrue(GRAMMAR.read(text).stop());
  }

  @ParameterizedTest
  @ValueSource(strings = {"whisper mode, stop", "He told me, stop.", "Does the bus, stop?"})
  void takesNoOtherStopForThat(String text) {
    assertFalse(GRAMMAR.read(text).stop());
  }
}
