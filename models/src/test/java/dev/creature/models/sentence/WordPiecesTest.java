package dev.creature.models.sentence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordPiecesTest {
  private static WordPieces pieces() throws IOException {
    try (InputStream json =
        Objects.requireNonNull(
            WordPiecesTest.class.getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json"))) {
      return WordPieces.read(json);
    }
  }

  /** The numbers were computed with the tokenizers library, version of the model's authors. */
  @Test
  void cutsAsTheReferenceDoes() throws IOException {
    WordPieces pieces = pieces();
    try (InputStream file =
        Objects.requireNonNull(WordPiecesTest.class.getResourceAsStream("pieces.txt"))) {
      String lines = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : lines.lines().toList()) {
        int arrow = line.lastIndexOf(" => ");
        String text = line.substring(0, arrow).replace("\\t", "\t");
        String numbers =
            Arrays.stream(pieces.numbers(text, 128))
                .mapToObj(Long::toString)
                .collect(Collectors.joining(" "));
        assertThat(numbers).as(text).isEqualTo(line.substring(arrow + 4));
      }
    }
  }

  @Test
  void cutsOffWhatIsTooLong() throws IOException {
    long[] numbers = pieces().numbers("cup ".repeat(500), 16);

    assertThat(numbers).hasSize(16);
    assertThat(numbers[15]).isEqualTo(102);
  }

  @Test
  void refusesAFileWithoutVocabulary() {
    InputStream none = new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> WordPieces.read(none)).isInstanceOf(IOException.class);
  }
}
