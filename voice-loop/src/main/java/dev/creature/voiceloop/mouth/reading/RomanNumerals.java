package dev.creature.voiceloop.mouth.reading;

/** Numbers written with letters. */
final class RomanNumerals {
  private static final String LETTERS = "IVXLCDM";
  private static final int[] VALUES = {1, 5, 10, 50, 100, 500, 1000};

  private RomanNumerals() {}

  /**
   * The value of a numeral.
   *
   * @param numeral letters I, V, X, L, C, D and M only
   */
  static int value(String numeral) {
    int total = 0;
    for (int i = 0; i < numeral.length(); i++) {
      int value = VALUES[LETTERS.indexOf(numeral.charAt(i))];
      boolean subtracted =
          i + 1 < numeral.length() && VALUES[LETTERS.indexOf(numeral.charAt(i + 1))] > value;
      total += subtracted ? -value : value;
    }
    return total;
  }
}
