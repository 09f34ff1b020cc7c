package dev.creature.models.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts text into the pieces of words of BERT's English vocabulary: lower case, no accents, marks
 * alone, then the longest piece that fits. Immutable.
 */
final class WordPieces {
  private static final int MOST_CHARACTERS = 100;

  private final Map<String, Integer> vocabulary;
  private final int unknown;
  private final int first;
  private final int last;

  private WordPieces(Map<String, Integer> vocabulary) {
    this.vocabulary = vocabulary;
    this.unknown = id("[UNK]");
    this.first = id("[CLS]");
    this.last = id("[SEP]");
  }

  /**
   * Reads the vocabulary of a {@code tokenizer.json}.
   *
   * @throws IOException when it cannot be read or is none
   */
  static WordPieces read(InputStream json) throws IOException {
    JsonNode words = new ObjectMapper().readTree(json).path("model").path("vocab");
    if (!words.isObject() || words.isEmpty()) {
      throw new IOException("the tokenizer has no vocabulary");
    }
    Map<String, Integer> vocabulary = new HashMap<>();
    words.properties().forEach(word -> vocabulary.put(word.getKey(), word.getValue().asInt()));
    return new WordPieces(vocabulary);
  }

  private int id(String piece) {
    Integer id = vocabulary.get(piece);
    if (id == null) {
      throw new IllegalArgumentException("the vocabulary lacks " + piece);
    }
    return id;
  }

  /**
   * The numbers of the pieces, between those of beginning and end.
   *
   * @param most how many there are at most, with beginning and end; the rest is cut off
   */
  long[] numbers(String text, int most) {
    List<Integer> numbers = new ArrayList<>();
    for (String word : words(text)) {
      addPieces(word, numbers);
    }
    int kept = Math.min(numbers.size(), most - 2);
    long[] all = new long[kept + 2];
    all[0] = first;
    for (int i = 0; i < kept; i++) {
      all[i + 1] = numbers.get(i);
    }
    all[kept + 1] = last;
    return all;
  }

  private void addPieces(String word, List<Integer> numbers) {
    int before = numbers.size();
    int begin = 0;
    while (begin < word.length()) {
      int end = word.length();
      Integer piece = null;
      while (piece == null && end > begin) {
        piece = vocabulary.get((begin > 0 ? "##" : "") + word.substring(begin, end));
        end -= piece == null ? 1 : 0;
      }
      if (piece == null || word.length() > MOST_CHARACTERS) {
        numbers.subList(before, numbers.size()).clear();
        numbers.add(unknown);
        return;
      }
      numbers.add(piece);
      begin = end;
    }
  }

  private static List<String> words(String text) {
    String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    plain
        .codePoints()
        .forEach(letter -> {
          if (Character.getType(letter) == Character.NON_SPACING_MARK || isDropped(letter)) {
            return;
          }
          boolean space = Character.isWhitespace(letter) || Character.isSpaceChar(letter);
          boolean alone = isMark(letter) || Character.isIdeographic(letter);
          if (space || alone) {
            end(word, words);
          }
          if (alone) {
            words.add(Character.toString(letter));
          } else if (!space) {
            word.appendCodePoint(letter);
          }
        });
    end(word, words);
    return words;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static boolean isDropped(int letter) {
    return letter == 0
        || letter == 0xFFFD
        || (Character.isISOControl(letter) && !Character.isWhitespace(letter))
        || Character.getType(letter) == Character.FORMAT;
  }

  /** Marks of writing, and what ASCII has besides letters and digits. */
  private static boolean isMark(int letter) {
    boolean ascii =
        (letter >= 33 && letter <= 47)
            || (letter >= 58 && letter <= 64)
            || (letter >= 91 && letter <= 96)
            || (letter >= 123 && letter <= 126);
    return ascii
        || switch (Character.getType(letter)) {
          case Character.CONNECTOR_PUNCTUATION,
              Character.DASH_PUNCTUATION,
              Character.START_PUNCTUATION,
              Character.END_PUNCTUATION,
              Character.INITIAL_QUOTE_PUNCTUATION,
              Character.FINAL_QUOTE_PUNCTUATION,
              Character.OTHER_PUNCTUATION ->
              true;
          default -> false;
        };
  }
}
