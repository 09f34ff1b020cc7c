package dev.creature.models.language.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpenerCutTest {
  @Test
  void aClauseEndsBehindItsPunctuationAndThreeWords() {
    assertThat(OpenerCut.clauseEnd("Well, I think, it")).isEqualTo("Well, I think,".length());
    assertThat(OpenerCut.clauseEnd("Yes. It is. So")).isEqualTo("Yes. It is.".length());
  }

  @Test
  void whetherItEndsShowsWithTheSpaceBehind() {
    assertThat(OpenerCut.clauseEnd("That costs 3.")).isEqualTo(-1);
    assertThat(OpenerCut.clauseEnd("That costs 3.5 or")).isEqualTo(-1);
  }

  @Test
  void aTitleEndsNoSentence() {
    assertThat(OpenerCut.sentenceEnd("Ask Dr. Miller. He", 0))
        .isEqualTo("Ask Dr. Miller.".length());
    assertThat(OpenerCut.sentenceEnd("Yes. It is. He", 5)).isEqualTo("Yes. It is.".length());
    assertThat(OpenerCut.endsSentence("Ask Dr.", 7)).isFalse();
    assertThat(OpenerCut.endsSentence("Ask him.", 8)).isTrue();
  }

  @Test
  void wordsWithoutPunctuationAreCutSomewhere() {
    String nine = "one two three four five six seven eight nine";
    assertThat(OpenerCut.clauseEnd(nine + " ten")).isEqualTo(nine.length());
    assertThat(OpenerCut.clauseEnd(nine)).isEqualTo(-1);
  }
}
