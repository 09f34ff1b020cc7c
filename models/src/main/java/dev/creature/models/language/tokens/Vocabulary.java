package dev.creature.models.language.tokens;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tokens of a model and the merges that make the longer ones out of the shorter.
 *
 * @param preTokenizer how texts are cut into words
 * @param bytes by token: what it stands for; of a control token its name
 * @param control by token: whether it steers the model and stands for no text
 * @param merges triples of left token, right token and what they become, the most urgent first
 */
public record Vocabulary(
    PreTokenizer preTokenizer, byte[][] bytes, boolean[] control, int[] merges) {
  public Vocabulary {
    if (bytes.length == 0 || bytes.length != control.length || merges.length % 3 != 0) {
      throw new IllegalArgumentException("a vocabulary needs tokens, a kind for each, and triples");
    }
    for (int token : merges) {
      if (token < 0 || token >= bytes.length) {
        throw new IllegalArgumentException("a merge names the token " + token);
      }
    }
  }

  /** Number of tokens. */
  public int size() {
    return bytes.length;
  }

  /** The control token of this name, such as {@code <|im_end|>}. */
  public Optional<Integer> controlToken(String name) {
    byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
    for (int token = 0; token < bytes.length; token++) {
      if (control[token] && Arrays.equals(bytes[token], wanted)) {
        return Optional.of(token);
      }
    }
    return Optional.empty();
  }

  /** All control tokens by name. */
  public Map<String, Integer> controlTokens() {
    Map<String, Integer> names = new LinkedHashMap<>();
    for (int token = 0; token < bytes.length; token++) {
      if (control[token]) {
        names.put(new String(bytes[token], StandardCharsets.UTF_8), token);
      }
    }
    return names;
  }
}
