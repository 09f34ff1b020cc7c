package dev.creature.actors.intent.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What plain speech takes back, halts or only quotes, and what it does not. */
class PlainWithdrawalsTest {
  private static final IntentGrammar GRAMMAR = new IntentGrammar();

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "left as it is | Open the curtains. Hmm, let's leave them closed. | ''",
        "left as it is | Open the window. Hm, let's keep it shut. | ''",
        "left as it is | You can leave the curtains as they are. | ''",
        "left as it is | Go upstairs and, no, on reflection, let the baby sleep. | ''",
        "left as it is | Mow the lawn. Hm, it's fine the way it is. | ''",
        "left as it is | Mow the lawn. Let's leave that for tomorrow. | ''",
        "nothing is left of it | Sweep up the crumbs. Oh, the dog has eaten them. | ''",
        "nothing is left of it | Sweep up the crumbs. The dog has eaten them. | ''",
        "somebody did it | Wash the cups. Oh, Anna has washed them. | ''",
        "somebody did it | Peel the carrots, oh, Dad peeled them. | ''",
        "the speaker has it | Find my glasses. Silly me, they're on my nose. | ''",
        "the speaker has it | Get my scarf. Oh, I'm wearing it. | ''",
        "the speaker has it | Look for the remote. I'm sitting on it. | ''",
        "the speaker has it | Get my wallet. I've got it right here. | ''",
        "so it is off | Hang up the washing. It's starting to rain, so that's off. | ''",
        "so it is off | Put the kettle on. The power's out, so that won't work. | ''",
        "so it is off | Turn on the telly. Oh, the show's over. | ''",
        "so it is off | Turn on the light. Oh, it's bright enough. | ''",
        "so it is off | Take the dog out. Oh, he's asleep. | ''",
        "so it is off | Get the ladder. No, that's too dangerous. | ''",
        "said so | Get the ladder. Forget I asked. | ''",
        "said so | Close the shutters. Please don't. | ''",
        "why it is wanted | Close the door. It's cold. | close door",
        "why it is wanted | Get me the scissors. I can't find mine. | get scissors > me",
        "why it is wanted | Wash the cups. Anna has used them. | wash cups",
        "why it is wanted | Pick up the cushions. The dog has thrown them down. | pick up cushions",
        "why it is wanted | Wipe the floor. The dog has made a mess. | wipe floor",
        "why it is wanted | Turn off the heating. Oh, it's warm enough. | turn off heating",
        "why it is wanted | Hold the door. I'm carrying it all. | hold door",
        "why it is wanted | Take the cake out of the oven. It's done. | take cake < oven",
        "why it is wanted | Close the window. It's starting to rain, so hurry. | close window",
        "why it is wanted | Get the car keys. I have to go. | get car keys",
        "why it is wanted | Leave the tray on the bench. | leave tray > bench",
        "somebody's words | In the story the wolf says, open the door, little pig. | ''",
        "somebody's words | The coach yelled, go to the bench, and everyone laughed. | ''",
        "somebody's words | The giant bellowed, bring me the boy. | ''",
        "somebody's words | He was like, bring me the phone. | ''",
        "the speaker's own words | I said bring me the cup. | bring cup > me",
        "the speaker's own words | Close the door, I said. | close door",
        "the speaker's own words | Bring me the book the teacher said was good. | bring book > me",
        "only thought of | Perhaps I'll have you move the wardrobe next week. | ''",
        "only thought of | I might ask you to bring the cup later. | ''",
        "elsewhere | Don't wait for me, go on to the garden. | go on > garden",
        "elsewhere | Walk with me to the bus stop. | walk > bus stop",
        "elsewhere | Go after the kids, or wait, after their mother. | go after mother",
        "somebody did it | Hang the picture. Oh, Ben can do it. | ''",
        "somebody did it | Hang the picture. I'll get Ben to do it. | ''",
        "somebody did it | Get the bike out. Leave that to Ben. | ''",
        "somebody did it | Shut the gate. Ben's just done it. | ''",
        "somebody did it | Get the newspaper. Oh, Dad's reading it. | ''",
        "why it is wanted | Give the hammer to Ben. He can do it. | give hammer > ben",
        "why it is wanted | Close the door. Let the baby sleep. | close door",
        "why it is wanted | Put it in the oven. Let's keep it warm. | put it > oven",
        "why it is wanted | Bring the cake. Please don't drop it. | bring cake",
        "somebody did it | Shake the rug out. Oh, I see, Carol did that this morning. | ''",
        "somebody did it | Wash the car. Oh, I see, Tom washed it yesterday. | ''",
        "somebody did it | Feed the cat. Anna fed her this morning. | ''",
        "somebody did it | Feed the cat. Anna fed the cat an hour ago. | ''",
        "somebody did it | Fetch the ladder. The job's done. | ''",
        "somebody does it | Take the dog for a walk. My wife says she's going, so you can relax. | ''",
        "somebody does it | Water the plants. Tom says he'll do it. | ''",
        "somebody does it | Water the plants. My dad said he would do it. | ''",
        "somebody does it | Mow the lawn. The neighbour promised to do it. | ''",
        "somebody does it | Take out the bin. It's Ben's turn. | ''",
        "no longer wanted | Bring in the washing. We can skip that today. | ''",
        "no longer wanted | Fetch the ladder. Perhaps tomorrow. | ''",
        "no longer wanted | Fetch the ladder. I've had second thoughts. | ''",
        "no longer wanted | Fetch the ladder. It's not worth the effort. | ''",
        "no longer wanted | Take out the rubbish. The rubbish is gone. | ''",
        "why it is wanted | Give Ben the dice. It's Ben's turn. | give dice > ben",
        "why it is wanted | Give the hammer to Ben. He says he'll do it. | give hammer > ben",
        "why it is wanted | Get me the drill. I promised to do it. | get drill > me",
        "why it is wanted | Bring me a coat. My wife says it's cold. | bring coat > me",
        "why it is wanted | Open the gate. My dad says he's coming. | open gate",
        "why it is wanted | Wash the cups. Tom used them yesterday. | wash cups",
        "why it is wanted | Find my keys. They're gone. | find keys",
        "why it is wanted | Bring the box here. I can carry it from there. | bring box > here",
        "why it is wanted | Wash the dishes, I think they're dirty. | wash dishes",
        "why it is wanted | Bring my coat. Tom says he saw it in the hall. | bring coat",
        "said so | Get the bike out. That won't be needed. | ''"
      })
  void readsWhatIsMeant(String way, String text, String tasks) {
    assertEquals(tasks, Said.of(GRAMMAR.read(text)), way);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I said stop.",
        "I told you to stop.",
        "Go to the kitchen. I said stop.",
        "Bring me the cup, I said stop!",
        "Stop everything this second.",
        "Stop right this instant.",
        "Stop at once.",
        "Stop all of it.",
        "Freeze right where you are.",
        "Everything stop!",
        "Nobody move!",
        "Abort, abort!",
        "Abort the mission.",
        "Quit it!",
        "Come to a halt.",
        "Quit moving."
      })
  void halts(String text) {
    assertTrue(GRAMMAR.read(text).stop());
    assertTrue(GRAMMAR.stops(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "She said stop.",
        "He told me to stop.",
        "I said stop by the shop on your way.",
        "I said we should stop by later.",
        "Walk with me to the bus stop.",
        "Bring me to the taxi stop.",
        "I can't stop laughing.",
        "The doctor had to abort the test.",
        "She told him to knock it off.",
        "The train came to a halt.",
        "Nobody moved."
      })
  void takesNoOtherStopForThat(String text) {
    assertFalse(GRAMMAR.read(text).stop());
  }
}
