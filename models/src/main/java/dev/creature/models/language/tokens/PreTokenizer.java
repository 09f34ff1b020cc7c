package dev.creature.models.language.tokens;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a family of models cuts a text into words, which are then encoded one by one. The patterns
 * are those that the models were trained with; every character of the text falls into exactly one
 * word.
 */
public enum PreTokenizer {
  /** Each digit alone, then GPT-2's words. GGUF's {@code smollm}. */
  SMOLLM(
      "smollm",
      "\\p{N}|'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?[^\\s\\p{L}\\p{N}]+"
          // Digits are cut out first, so white space in front of one ends a piece.
          + "|\\s+(?=\\p{N})|\\s+(?!\\S)|\\s+",
      false),
  /** Qwen 2 and 2.5, after Unicode composition. GGUF's {@code qwen2}. */
  QWEN2(
      "qwen2",
      "(?iu:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}"
          + "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
      true);

  private final String ggufName;
  private final Pattern words;
  private final boolean composes;

  PreTokenizer(String ggufName, String words, boolean composes) {
    this.ggufName = ggufName;
    this.words = Pattern.compile(words, Pattern.UNICODE_CHARACTER_CLASS);
    this.composes = composes;
  }

  /** The one with this name in {@code tokenizer.ggml.pre}, or empty. */
  public static Optional<PreTokenizer> ofGgufName(String name) {
    return Arrays.stream(values()).filter(kind -> kind.ggufName.equals(name)).findFirst();
  }

  /** The words of a text, in order. */
  List<String> words(String text) {
    String composed = composes ? Normalizer.normalize(text, Normalizer.Form.NFC) : text;
    List<String> found = new ArrayList<>();
    Matcher matcher = words.matcher(composed);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }
}
