package dev.creature.models.language.assembly;

import dev.creature.models.gguf.GgufMetadata;
import dev.creature.models.gguf.InvalidGguf;
import dev.creature.models.language.tokens.PreTokenizer;
import dev.creature.models.language.tokens.Vocabulary;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes the vocabulary out of a GGUF file's metadata.
 *
 * <p>There, tokens are written in GPT-2's alphabet: printable bytes stand for themselves, the other
 * ones for the characters from U+0100 on.
 */
public final class PublishedVocabulary {
  private static final int CONTROL = 3;
  private static final int USER_DEFINED = 4;
  private static final int UNUSED = 5;

  private PublishedVocabulary() {}

  /** Takes it out; throws {@link InvalidGguf} when it is none that is known. */
  public static Vocabulary of(GgufMetadata metadata) {
    String model = metadata.text("tokenizer.ggml.model");
    if (!model.equals("gpt2")) {
      throw new InvalidGguf("its tokenizer is of the kind %s, not gpt2".formatted(model));
    }
    String pre = metadata.text("tokenizer.ggml.pre");
    PreTokenizer preTokenizer =
        PreTokenizer.ofGgufName(pre)
            .orElseThrow(() -> new InvalidGguf("its pre-tokenizer %s is not known".formatted(pre)));
    List<String> tokens = metadata.texts("tokenizer.ggml.tokens");
    int[] types = metadata.wholes("tokenizer.ggml.token_type");
    if (tokens.isEmpty() || types.length != tokens.size()) {
      throw new InvalidGguf("it has %d tokens of %d kinds".formatted(tokens.size(), types.length));
    }
    Map<String, Integer> ids = HashMap.newHashMap(tokens.size());
    byte[][] bytes = new byte[tokens.size()][];
    boolean[] control = new boolean[tokens.size()];
    int[] byteOfCharacter = byteOfCharacter();
    for (int token = 0; token < bytes.length; token++) {
      String text = tokens.get(token);
      control[token] =
          types[token] == CONTROL || types[token] == USER_DEFINED || types[token] == UNUSED;
      bytes[token] =
          control[token]
              ? text.getBytes(StandardCharsets.UTF_8)
              : ofAlphabet(text, byteOfCharacter);
      if (!control[token]) {
        ids.putIfAbsent(text, token);
      }
    }
    return new Vocabulary(
        preTokenizer, bytes, control, merges(metadata.texts("tokenizer.ggml.merges"), ids));
  }

  private static int[] merges(List<String> merges, Map<String, Integer> ids) {
    int[] triples = new int[merges.size() * 3];
    for (int i = 0; i < merges.size(); i++) {
      String merge = merges.get(i);
      int space = merge.indexOf(' ', 1);
      Integer left = space < 0 ? null : ids.get(merge.substring(0, space));
      Integer right = space < 0 ? null : ids.get(merge.substring(space + 1));
      Integer both = space < 0 ? null : ids.get(merge.replace(" ", ""));
      if (left == null || right == null || both == null) {
        throw new InvalidGguf("merge %d of its tokenizer names no tokens".formatted(i));
      }
      triples[3 * i] = left;
      triples[3 * i + 1] = right;
      triples[3 * i + 2] = both;
    }
    return triples;
  }

  private static byte[] ofAlphabet(String text, int[] byteOfCharacter) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      int value = character < byteOfCharacter.length ? byteOfCharacter[character] : -1;
      if (value < 0) {
        // Not of the alphabet: an added token that stands for itself.
        return text.getBytes(StandardCharsets.UTF_8);
      }
      bytes.write(value);
    }
    return bytes.toByteArray();
  }

  private static int[] byteOfCharacter() {
    int[] byteOf = new int[512];
    java.util.Arrays.fill(byteOf, -1);
    int shifted = 256;
    for (int value = 0; value < 256; value++) {
      boolean printable =
          (value >= '!' && value <= '~')
              || (value >= 0xA1 && value <= 0xAC)
              || (value >= 0xAE && value <= 0xFF);
      byteOf[printable ? value : shifted++] = value;
    }
    return byteOf;
  }
}
