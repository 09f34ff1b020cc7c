package dev.creature.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KnownFactTest {
  private final KnownFact fact =
      new KnownFact("How many hours are in a day?", List.of("twenty four", "24"));

  @Test
  void isAnsweredByAnyOfItsWordsHoweverTheyArePut() {
    assertThat(fact.isAnsweredBy("Twenty-four, of course!")).isTrue();
    assertThat(fact.isAnsweredBy("There are 24.")).isTrue();
  }

  @Test
  void isNotAnsweredByAPartOfAWord() {
    assertThat(fact.isAnsweredBy("There are 240 of them, or twenty.")).isFalse();
    assertThat(fact.isAnsweredBy("")).isFalse();
  }

  @Test
  void comesInTheDozensWithTheProgram() {
    assertThat(KnownFact.delivered()).hasSizeGreaterThan(40);
    assertThat(KnownFact.delivered()).allMatch(it -> it.question().endsWith("?"));
  }
}
