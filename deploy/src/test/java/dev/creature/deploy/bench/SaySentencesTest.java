package dev.creature.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class SaySentencesTest {
  @Test
  void hasAHundredSentencesWithTheirWords() throws IOException {
    assertThat(SaySentences.load())
        .hasSize(100)
        .doesNotHaveDuplicates()
        .allSatisfy(sentence -> assertThat(sentence.spoken()).doesNotContainPattern("[0-9.,$]"));
  }
}
