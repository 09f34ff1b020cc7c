package dev.creature.actors.intent.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What plain speech means that puts deeds in order, or says a part of one anew. */
class PlainRepairsTest {
  private static final IntentGrammar GRAMMAR = new IntentGrammar();

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "in the order of time | After you wipe the sill, close the window. | wipe sill; close window",
        "in the order of time | Before you wipe the table, clear the plates. | clear plates; wipe table",
        "in the order of time | Close the window after you wipe the sill. | wipe sill; close window",
        "in the order of time | Once you have wiped the table, bring me the cloth. | wipe table; bring cloth > me",
        "in the order of time | When you're done wiping the table, sweep the floor. | wipe table; sweep floor",
        "in the order of time | After emptying the bin, wash your hands. | empty bin; wash hands",
        "in the order of time | Feed the dog after you've watered the plants. | water plants; feed dog",
        "only says when | When the water boils, turn off the stove. | turn off stove",
        "only says when | Before you go, close the window. | close window",
        "only says when | After the guests leave, wash the glasses. | wash glasses",
        "only says when | When you see Anna, give her the keys. | give keys > her",
        "this one here, that one there | Take this cup to Hannah and that one to Jonas. | take cup > hannah; take cup > jonas",
        "this one here, that one there | Put this box in the attic and that one in the cellar. | put box > attic; put box > cellar",
        "what was named is not meant | Wave to Julia. Oh, that's not Julia. Wave to Nina. | wave > nina",
        "what was named is not meant | Give the pen to Max. Ah, that isn't Max, give it to Tom. | give pen > tom",
        "what was named is not meant | Go to the cellar. Oh, it's not in the cellar. Go to the attic. | go > attic",
        "two are two | Bring me the cup. It's on the table. Bring me the plate too. | bring cup > me; bring plate > me",
        "another number | Move back two meters, say three. | move back",
        "another number | Bring two plates, or make it three. | bring plates",
        "another number | Take one step forward. Two steps, actually. | step > forward",
        "the other side | Move the stool to the left, not left, what am I saying, to the right. | move stool > right",
        "the other side | Go left. Not left, right. | go > right",
        "the other side | Push the table to the left, sorry, the right. | push table",
        "the place named before | Put the box on the table, no, under it. | put box > table",
        "the place named before | Lay the knife to the left of the plate, no, to the right of it. | lay knife > plate",
        "the place named before | Don't put the shoes on the bed, put them under it. | put shoes > bed",
        "the place named before | Don't put it on the chair but on the table. | put it > table",
        "who gets it | Bring Anna, no, Ben, the coat. | bring coat > ben",
        "who gets it | Take Grandma, no, Grandpa, his cane. | take cane > grandpa",
        "looked for the word | Get me the, it's round, the, ah, the lid. | get lid > me",
        "looked for the word | Fetch the, it has holes in it, the colander. | fetch colander",
        "another property | Bring me the red cup, no, green. | bring green cup > me",
        "another mind | Put the book on the desk. Changed my mind, on the shelf. | put book > shelf",
        "another mind | Put the book on the desk. I've changed my mind. | ''",
        "another mind | Give me a spoon. What I want is a fork. | give fork > me",
        "another manner | Push the cart quickly, no, slowly. | push cart",
        "ruled out first | Open the fridge. Not the fridge. The oven. | open oven"
      })
  void readsWhatIsMeant(String way, String text, String tasks) {
    assertEquals(tasks, Said.of(GRAMMAR.read(text)), way);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "another number | Move back two meters, say three. | distance | three meters",
        "another number | Bring two plates, or make it three. | count | three",
        "another number | Take one step forward. Two steps, actually. | distance | two steps",
        "another number | Take two steps back. Three, actually. | distance | three steps",
        "the other side | Push the table to the left, sorry, the right. | side | right",
        "the place named before | Put the box on the table, no, under it. | relation | under",
        "the place named before | Put the cup in the sink. No, next to it. | relation | next to",
        "the place named before | Don't put the shoes on the bed, put them under it. | relation | under",
        "the other side | Lay the knife to the left of the plate, no, the right. | relation | to the right of"
      })
  void readsHowManyAndWhichSide(String way, String text, String argument, String value) {
    assertEquals(
        value, GRAMMAR.read(text).tasks().getFirst().task().arguments().get(argument), way);
  }
}
