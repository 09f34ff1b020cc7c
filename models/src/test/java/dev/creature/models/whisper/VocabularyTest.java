package dev.creature.models.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyTest {
  @TempDir Path folder;

  @Test
  void turnsTokensIntoText() throws Exception {
    Vocabulary vocabulary = vocabulary();

    assertThat(vocabulary.text(List.of(464, 47434))).isEqualTo("The canoe");
    assertThat(vocabulary.text(List.of(50257, 50362, 464, 50256))).isEqualTo("The");
  }

  @Test
  void leavesHalfACharacterOutUntilItsRestArrives() throws Exception {
    Vocabulary vocabulary = vocabulary();
    // The three bytes of the euro sign are two tokens.
    assertThat(vocabulary.text(List.of(26391))).isEqualTo("€");
    assertThat(vocabulary.text(List.of(447))).isEmpty();
    assertThat(vocabulary.text(List.of(447, 247))).isEqualTo("’");
  }

  @Test
  void comesBackFromItsFileAsItWas() throws Exception {
    Vocabulary vocabulary = vocabulary();
    Path file = folder.resolve("vocabulary.bin");
    vocabulary.write(file);

    Vocabulary read = Vocabulary.read(file);

    assertThat(
            IntStream.range(0, WhisperTokens.END)
                .allMatch(token ->
                    read.text(List.of(token)).equals(vocabulary.text(List.of(token)))
                        && read.startsWord(token) == vocabulary.startsWord(token)))
        .isTrue();
  }

  @Test
  void barsControlTokensAndSignsOfSubtitlesButNoWords() throws Exception {
    Vocabulary vocabulary = vocabulary();

    assertThat(WhisperTokens.isBarred(WhisperTokens.NO_SPEECH, vocabulary)).isTrue();
    assertThat(WhisperTokens.isBarred(58, vocabulary)).as("[").isTrue();
    assertThat(WhisperTokens.isBarred(532, vocabulary)).as(" -").isTrue();
    assertThat(WhisperTokens.isBarred(12, vocabulary)).as("-").isFalse();
    assertThat(WhisperTokens.isBarred(13, vocabulary)).as(".").isFalse();
    assertThat(WhisperTokens.isBarred(464, vocabulary)).as("The").isFalse();
    assertThat(WhisperTokens.isBarred(WhisperTokens.END, vocabulary)).isFalse();
    assertThat(
            IntStream.range(0, WhisperTokens.END)
                .filter(token -> WhisperTokens.isBarred(token, vocabulary)))
        .hasSizeBetween(50, 400);
  }

  @Test
  void saysWhatIsWrongWithAFileOfAnotherKind() throws Exception {
    Path file = folder.resolve("tokenizer.json");
    Files.writeString(file, "not JSON");
    assertThatThrownBy(() -> Vocabulary.ofTokenizer(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("tokenizer.json: no valid JSON");
    Files.writeString(file, "{\"model\":{\"vocab\":{\"a\":0}}}");
    assertThatThrownBy(() -> Vocabulary.ofTokenizer(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("model.vocab lacks token 1");
    Path half = folder.resolve("vocabulary.bin");
    Files.write(half, new byte[] {1, 65, 1});
    assertThatThrownBy(() -> Vocabulary.read(half))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("too short");
  }

  private static Vocabulary vocabulary() throws IOException {
    return Vocabulary.ofTokenizer(WhisperFixture.source().resolve("tokenizer.json"));
  }
}
