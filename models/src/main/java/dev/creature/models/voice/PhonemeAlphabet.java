package dev.creature.models.voice;

import java.util.Arrays;

/**
 * The characters that a voice model reads, and their ids. Characters that it has not are silent.
 */
public final class PhonemeAlphabet {
  private static final int NONE = -1;
  private final int[] ids = new int[1 << 16];

  PhonemeAlphabet(ByteTable table) {
    Arrays.fill(ids, NONE);
    for (int row = 0; row < table.size(); row++) {
      String key = table.key(row);
      if (key.length() == 1) {
        ids[key.charAt(0)] = Integer.parseInt(table.text(row));
      }
    }
  }

  /** Whether the voice can say this character. */
  public boolean contains(char phoneme) {
    return ids[phoneme] != NONE;
  }

  /**
   * Ids of a text of phonemes.
   *
   * @throws IllegalArgumentException when one of them is not in the alphabet
   */
  public int[] ids(String phonemes) {
    int[] result = new int[phonemes.length()];
    for (int i = 0; i < result.length; i++) {
      char phoneme = phonemes.charAt(i);
      if (!contains(phoneme)) {
        throw new IllegalArgumentException("no phoneme of this voice: " + phoneme);
      }
      result[i] = ids[phoneme];
    }
    return result;
  }
}
