package dev.creature.voiceloop.turntaking;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UtteranceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Where is the bathroom?                              | QUESTION
          what time is it                                     | QUESTION
          is there a track about music                        | QUESTION
          Thanks for that. Is there food at the conference?   | QUESTION
          what is this thing for                              | QUESTION
          Yes.                                                | SHORT_ANSWER
          thank you                                           | SHORT_ANSWER
          Go into the bedroom.                                | GOING
          Please go to the drawer.                            | GOING
          Grab the spoon.                                     | REQUEST
          Could you please bring me the fork?                 | REQUEST
          please search for the snacks in the bathroom        | REQUEST
          I want you to clean the table                       | REQUEST
          Can I get a triple shot?                            | REQUEST
          May I have a dark roast, please?                    | REQUEST
          I'd like a small coffee with milk.                  | REQUEST
          I want a cup of tea                                 | REQUEST
          Can I make a suggestion?                            | QUESTION
          I'd like to see you dance.                          | STATEMENT
          Go to the bedroom and find the fruit.               | CHAIN
          Go to the kitchen, get the cup and bring it to me.  | CHAIN
          The air is pure at that level.                      | STATEMENT
          There's a beer on the shelf.                        | STATEMENT
          Go to the                                           | INCOMPLETE
          can you tell me how to                              | INCOMPLETE
          I heard there will be                               | INCOMPLETE
          take                                                | INCOMPLETE
          I was going to, um                                  | INCOMPLETE
          """)
  void tellsWhatTheWordsAmountTo(String text, UtteranceKind kind) {
    assertThat(Utterance.kind(text)).isEqualTo(kind);
  }

  @Property
  void hasAnAnswerForAnyText(@ForAll String text) {
    assertThat(Utterance.kind(text)).isNotNull();
  }
}
