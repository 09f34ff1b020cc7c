package dev.creature.voiceloop.mouth.reading;

/** The stress marks in a word's phonemes, and how emphasis changes them. */
final class Stress {
  static final char PRIMARY = 'ˈ';
  static final char SECONDARY = 'ˌ';
  static final String VOWELS = "AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻ";
  static final String CONSONANTS = "bdfhjklmnpstvwzðŋɡɹɾʃʒʤʧθ";
  private static final String LONG = "AIOQWYʤʧ";

  /** No change. */
  static final double AS_IS = Double.NaN;

  /** Takes every mark away. */
  static final double NONE = -2;

  /** One step down: primary becomes secondary. */
  static final double WEAKER = -0.5;

  private Stress() {}

  /**
   * Changes the stress of a word.
   *
   * @param level from −2 (no marks) over −0.5 and 0 (weaker) and 0.5 (at least secondary) and 1
   *     (secondary becomes primary) to 2 (always primary), or {@link #AS_IS}
   */
  static String apply(String phonemes, double level) {
    boolean primary = phonemes.indexOf(PRIMARY) >= 0;
    boolean secondary = phonemes.indexOf(SECONDARY) >= 0;
    boolean none = !primary && !secondary;
    if (Double.isNaN(level)) {
      return phonemes;
    }
    if (level < -1) {
      return without(without(phonemes, PRIMARY), SECONDARY);
    }
    if (level == -1 || ((level == 0 || level == WEAKER) && primary)) {
      return without(phonemes, SECONDARY).replace(PRIMARY, SECONDARY);
    }
    if ((level == 0 || level == 0.5 || level == 1) && none) {
      return marked(phonemes, SECONDARY);
    }
    if (level >= 1 && !primary && secondary) {
      return phonemes.replace(SECONDARY, PRIMARY);
    }
    return level > 1 && none ? marked(phonemes, PRIMARY) : phonemes;
  }

  /** How much a word weighs when stresses are spread over a compound. */
  static int weight(String phonemes) {
    return phonemes.chars().map(c -> LONG.indexOf(c) >= 0 ? 2 : 1).sum();
  }

  static boolean isVowel(int phoneme) {
    return VOWELS.indexOf(phoneme) >= 0;
  }

  private static String without(String phonemes, char mark) {
    return phonemes.replace(String.valueOf(mark), "");
  }

  private static String marked(String phonemes, char mark) {
    for (int i = 0; i < phonemes.length(); i++) {
      if (isVowel(phonemes.charAt(i))) {
        return phonemes.substring(0, i) + mark + phonemes.substring(i);
      }
    }
    return phonemes;
  }
}
