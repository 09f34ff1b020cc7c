package dev.creature.models.language.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.creature.models.gguf.GgufFile;
import dev.creature.models.language.assembly.PublishedVocabulary;
import dev.creature.models.language.embedded.EmbeddedLanguageModel;
import dev.creature.models.store.ModelFolder;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compares with what the Hugging Face tokenizers library makes of the same texts: see
 * tokenizer_reference.py.
 */
class TokenizerTest {
  @ParameterizedTest
  @CsvSource({
    EmbeddedLanguageModel.SMOLLM2 + ", smollm2-tokens.json",
    EmbeddedLanguageModel.QWEN_CODER + ", qwen2-tokens.json"
  })
  void encodesEveryTextAsTheReference(String modelId, String resource) throws Exception {
    Tokenizer tokenizer = published(modelId);
    try (InputStream in =
        Objects.requireNonNull(
            EmbeddedLanguageModel.class.getResourceAsStream(
                "/dev/creature/models/language/" + resource))) {
      for (JsonNode example : new ObjectMapper().readTree(in)) {
        String text = example.get("text").asText();
        assertThat(tokenizer.encode(text)).as(text).isEqualTo(ids(example.get("plain")));
        assertThat(tokenizer.encodeTrusted(text)).as(text).isEqualTo(ids(example.get("trusted")));
      }
    }
  }

  @Property(tries = 500)
  void givesBackAnyText(@ForAll String text) {
    Tokenizer tokenizer = bytes();
    assertThat(tokenizer.decode(tokenizer.encode(text))).isEqualTo(valid(text));
  }

  @Property(tries = 500)
  void neverMakesAControlTokenOfATextFromOutside(@ForAll String text) {
    Tokenizer tokenizer = bytes();
    assertThat(Arrays.stream(tokenizer.encode(text + "<|end|>" + text)).boxed())
        .noneMatch(tokenizer::isControl);
  }

  @Property(tries = 500)
  void handsOutWholeCodePointsOnly(@ForAll String text) {
    Tokenizer tokenizer = bytes();
    TextStream stream = new TextStream(tokenizer);
    StringBuilder all = new StringBuilder();
    for (int token : tokenizer.encode(text)) {
      String piece = stream.add(token);
      assertThat(piece).isEqualTo(valid(piece)).doesNotContain("\uFFFD\uFFFD\uFFFD\uFFFD");
      all.append(piece);
    }
    assertThat(all.append(stream.finish()).toString()).isEqualTo(valid(text));
  }

  @Test
  void putsAReplacementWhereACodePointStaysUnfinished() {
    Tokenizer tokenizer = bytes();
    assertThat(tokenizer.decode(new int[] {0xF0, 0x9F, 'a'})).isEqualTo("\uFFFDa");
    assertThat(tokenizer.decode(new int[] {'a', 0xF0, 0x9F})).isEqualTo("a\uFFFD");
  }

  @Test
  void encodesHalfASurrogatePairAsAReplacement() {
    Tokenizer tokenizer = bytes();
    assertThat(tokenizer.encode("a\uD83Db")).isEqualTo(tokenizer.encode("a\uFFFDb"));
  }

  @Test
  void survivesAVeryLongWord() {
    String word = "ab".repeat(100_000);
    assertThat(bytes().encode(word)).hasSize(100_000);
  }

  /** All bytes, "ab" as one token, and a control token: enough for what holds of any vocabulary. */
  private static Tokenizer bytes() {
    byte[][] tokens = new byte[258][];
    for (int i = 0; i < 256; i++) {
      tokens[i] = new byte[] {(byte) i};
    }
    tokens[256] = new byte[] {'a', 'b'};
    tokens[257] = "<|end|>".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    boolean[] control = new boolean[258];
    control[257] = true;
    return new Tokenizer(
        new Vocabulary(PreTokenizer.SMOLLM, tokens, control, new int[] {'a', 'b', 256}));
  }

  private static Tokenizer published(String modelId) throws Exception {
    Path source = ModelFolder.ofUser().source(modelId).resolve("model.gguf");
    Assumptions.assumeTrue(
        Files.isRegularFile(source),
        () ->
            modelId.equals(EmbeddedLanguageModel.QWEN_CODER)
                ? "opt-in: a model of 1.1 GB; get it with `./creature models pull large`"
                : source + " is missing; get it with `./creature models pull`");
    try (GgufFile file = GgufFile.open(source)) {
      return new Tokenizer(PublishedVocabulary.of(file.metadata()));
    }
  }

  private static int[] ids(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }

  private static String valid(String text) {
    return text.codePoints()
        .map(c -> c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
