package dev.creature.voiceloop.mouth.reading;

import dev.creature.models.voice.Pronunciations;
import dev.creature.models.voice.ReadingModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks words up: the checked lexicon first, the derived one behind it, and letters spelled out for
 * what is neither.
 */
final class Lexicon {
  static final Map<String, String> SYMBOL_WORDS =
      Map.of("%", "percent", "&", "and", "+", "plus", "@", "at");

  private final Pronunciations gold;
  private final Pronunciations silver;

  Lexicon(ReadingModel model) {
    this.gold = model.gold();
    this.silver = model.silver();
  }

  boolean inGold(String word) {
    return gold.contains(word);
  }

  boolean inAny(String word) {
    return gold.contains(word) || silver.contains(word);
  }

  /** The checked reading of a word that is known to be there. */
  String gold(String word, @Nullable String tag) {
    Pronunciations.Entry entry = gold.entry(word);
    String phonemes = entry == null ? null : entry.phonemes(tag);
    return phonemes == null ? "" : phonemes;
  }

  /** Whether {@link #lookup} will have an answer. */
  boolean knows(String word) {
    if (SYMBOL_WORDS.containsKey(word) || inAny(word)) {
      return true;
    }
    if (!word.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
        || word.isEmpty()) {
      return false;
    }
    return word.length() == 1
        || (Letters.isUpper(word) && inGold(Letters.lower(word)))
        || Letters.isUpper(word.substring(1));
  }

  /**
   * The phonemes of a word, or null.
   *
   * @param tag its part of speech, or null where it has none
   * @param stress see {@link Stress#apply}
   * @param next what follows, or null for a word inside a number
   */
  @Nullable String lookup(
      String word, @Nullable String tag, double stress, @Nullable NextSound next) {
    String wanted = word;
    boolean name = false;
    if (Letters.isUpper(word) && !inGold(word)) {
      wanted = Letters.lower(word);
      name = "NNP".equals(tag);
    }
    Pronunciations.Entry entry = gold.entry(wanted);
    if (entry == null && !name) {
      entry = silver.entry(wanted);
    }
    String phonemes = entry == null ? null : reading(entry, tag, next);
    if (phonemes == null || (name && phonemes.indexOf(Stress.PRIMARY) < 0)) {
      return spelled(wanted);
    }
    return Stress.apply(phonemes, stress);
  }

  private static @Nullable String reading(
      Pronunciations.Entry entry, @Nullable String tag, @Nullable NextSound next) {
    if (!entry.dependsOnTag()) {
      return entry.phonemes(null);
    }
    if (next != null && next.kind() == NextSound.Kind.PAUSE && entry.hasTag("None")) {
      return entry.phonemes("None");
    }
    if (tag == null || entry.hasTag(tag)) {
      return entry.phonemes(tag);
    }
    return entry.phonemes(wordClass(tag));
  }

  /** The letters of a word one by one, stressed on the last; null when one of them has no name. */
  @Nullable String spelled(String word) {
    StringBuilder letters = new StringBuilder();
    for (int c : word.codePoints().filter(Character::isLetter).toArray()) {
      String letter = Letters.upper(Character.toString(c));
      if (!inGold(letter)) {
        return null;
      }
      letters.append(gold(letter, null));
    }
    String phonemes = Stress.apply(letters.toString(), 0);
    int last = phonemes.lastIndexOf(Stress.SECONDARY);
    return last < 0
        ? phonemes
        : phonemes.substring(0, last) + Stress.PRIMARY + phonemes.substring(last + 1);
  }

  /** Verb, noun, adverb or adjective for a Penn Treebank tag of theirs; any other as it is. */
  static String wordClass(String tag) {
    if (tag.startsWith("VB")) {
      return "VERB";
    }
    if (tag.startsWith("NN")) {
      return "NOUN";
    }
    if (tag.startsWith("ADV") || tag.startsWith("RB")) {
      return "ADV";
    }
    return tag.startsWith("ADJ") || tag.startsWith("JJ") ? "ADJ" : tag;
  }
}
