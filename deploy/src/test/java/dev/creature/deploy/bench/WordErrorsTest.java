package dev.creature.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordErrorsTest {
  @Test
  void writingIsNoError() {
    assertThat(WordErrors.between("Meet me on June 4th, OK?", "meet me on june fourth okay"))
        .isEqualTo(new WordErrors(0, 6));
    assertThat(WordErrors.between("It's 21 o’clock", "its twenty-one oclock").errors()).isZero();
    assertThat(WordErrors.between("1,250 miles", "one thousand two hundred fifty miles").errors())
        .isZero();
    assertThat(WordErrors.between("the 20th and 12th", "the twentieth and twelfth").errors())
        .isZero();
  }

  @Test
  void countsTheFewestErrorsThatExplainTheDifference() {
    assertThat(WordErrors.between("a b c d", "a x c d").errors()).isEqualTo(1);
    assertThat(WordErrors.between("a b c d", "a c d e").errors()).isEqualTo(2);
    assertThat(WordErrors.between("a b", "").errors()).isEqualTo(2);
    assertThat(WordErrors.between("", "a").rate()).isEqualTo(1);
    assertThat(WordErrors.between("", "").rate()).isZero();
  }

  @Test
  void aLastWordThatWasMisheardIsNotCut() {
    assertThat(WordErrors.lastWordMissing("to salon two", "to salon too")).isFalse();
    assertThat(WordErrors.lastWordMissing("to salon two", "to salon two yes")).isFalse();
    assertThat(WordErrors.lastWordMissing("to salon two", "to salon")).isTrue();
    assertThat(WordErrors.lastWordMissing("yes", "")).isTrue();
    assertThat(WordErrors.lastWordMissing("", "you")).isFalse();
  }
}
