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
        "another after a ruled out one | Throw away the newspaper. Oh dear, not the newspaper, I meant the magazine. | throw away magazine",
        "another after a ruled out one | Wash the cup, not the cup, sorry, the plate. | wash plate",
        "another after a ruled out one | Close the window. Oh no, not the window, I mean the door. | close door",
        "another after a ruled out one | Knock on number nine, not nine, six, number six. | knock > number six",
        "another after a ruled out one | Knock on number nine, no, number six. | knock > number six",
        "another before the next deed | Pick up the brush, no, the roller, and paint the fence. | pick up roller; paint fence",
        "another before the next deed | Pick up the hammer, no, the chisel, and fix the shelf. | pick up chisel; fix shelf",
        "another before the next deed | Forget what I said about the pillows, get me a blanket. | get blanket > me",
        "the same deed elsewhere | Stack the boxes by the window. Or wait, do it by the wall. | stack boxes > wall",
        "the same deed elsewhere | Pile the books on the desk. No, do it on the floor. | pile books > floor",
        "the same deed elsewhere | Look for my hat in the hall. Oh no, I left it upstairs, look there. | look for hat > upstairs",
        "the same deed elsewhere | Look for the keys in the kitchen. No, look in the hall. | look for keys > hall",
        "the same deed elsewhere | Roll the trolley into the ward. Oops, wrong place, into the canteen. | roll trolley > canteen",
        "the same deed elsewhere | Carry it to the cellar. Wrong way, to the attic. | carry it > attic",
        "the same deed elsewhere | Put it in the bathroom. Wrong room. | ''",
        "the same deed elsewhere | Put the jar on the wrong shelf. | put jar > wrong shelf",
        "the same deed elsewhere | Take my bag to the front desk. Hmm, the car would be better. | take bag > car",
        "the same deed elsewhere | Take my coat to the car. No, my bag. | take bag > car",
        "the same deed elsewhere | Meet me at the back door. No, at the front one. | meet me > front door",
        "the other way | Turn to the left a bit. The other way, sorry, to the right. | turn > right",
        "the other way | Turn right. The other way. | turn > left",
        "the other way | Open the window on the other side. | open window",
        "the same deed elsewhere | Drive to the bakery, oh wait, it's Sunday, go to the station. | go > station",
        "the same deed elsewhere | Go to the bakery, then walk to the station. | go > bakery; walk > station",
        "said wrong | Weigh the apples. Ah, the pears are what I need. | weigh pears",
        "for whom and whose | Open the door for Mrs. Lee. | open door > mrs lee",
        "said wrong | Load the washing machine. That was wrong, load the dishwasher. | load dishwasher",
        "said wrong | Wash the shirts. That was a mistake, wash the towels. | wash towels",
        "how many | Set the table for five, oh, for six, Ben is coming too. | set table",
        "how many | Get me a table for two. | ''",
        "how many | Give me one nail, two, you'd better give me three nails. | give nails > me",
        "how many | Bring one cup to Anna, bring two cups to Ben. | bring cup > anna; bring cups > ben",
        "how many | Bring two cups. Bring three plates. | bring cups; bring plates",
        "how many | Get a towel, two towels really, for the guests. | get towels > guests",
        "for whom and whose | Give this letter to Mrs. Hall. My mistake, it's for Mr. Dean. | give letter > mr dean",
        "for whom and whose | Give Anna the parcel. Sorry, it's for Ben. | give parcel > ben",
        "for whom and whose | Take Lucy's coat, not Lucy's, Emma's, to the cloakroom. | take coat > cloakroom",
        "for whom and whose | Go to Anna's. No, Ben's. | go > ben's",
        "looked for the word | Bring me the thing, the thing for the cans, the can opener. | bring can opener > me",
        "looked for the word | Get me the whatsit, the thing you open tins with, the tin opener. | get tin opener > me",
        "looked for the word | Put the thing on the table. | put thing > table",
        "none of that | Give the dog some water but no food. | give water > dog",
        "none of that | Bring me coffee and no sugar. | bring coffee > me",
        "none of that | Bring me tea and coffee, but no coffee. | bring tea > me",
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
        "the place named before | Meet me in the hall, no, at the gate. | relation | at",
        "the other side | Put the lamp to the left of the sofa, no, to the right. | relation | to the right of",
        "away, not near | Move the stool closer to me. Sorry, I meant further away from me. | relation | further away from",
        "whose | Take Lucy's coat, not Lucy's, Emma's. | determiner | emma's",
        "whose | Bring me Anna's bag. Sorry, Lucy's. | determiner | lucy's",
        "how many | Get a towel, two towels really, for the guests. | count | two",
        "how many | Bring five eggs. Six. | count | six",
        "the place named before | Don't put the shoes on the bed, put them under it. | relation | under",
        "the other side | Lay the knife to the left of the plate, no, the right. | relation | to the right of"
      })
  void readsHowManyAndWhichSide(String way, String text, String argument, String value) {
    assertEquals(
        value, GRAMMAR.read(text).tasks().getFirst().task().arguments().get(argument), way);
  }
}
