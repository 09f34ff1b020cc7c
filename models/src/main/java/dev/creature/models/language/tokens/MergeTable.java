package dev.creature.models.language.tokens;

import java.util.Arrays;

/**
 * Finds what two neighbouring tokens become, and how urgent that is. An open hash table of
 * primitives: it is asked once for each pair of neighbours in each word.
 */
final class MergeTable {
  /** Answer for neighbours that stay apart. */
  static final int NONE = -1;

  private static final long EMPTY = -1;

  private final long[] pairs;
  private final int[] ranks;
  private final int[] merged;
  private final int mask;

  MergeTable(int[] triples) {
    int capacity = Integer.highestOneBit(Math.max(8, triples.length / 3 * 2)) * 2;
    this.mask = capacity - 1;
    this.pairs = new long[capacity];
    this.ranks = new int[capacity];
    this.merged = new int[triples.length / 3];
    Arrays.fill(pairs, EMPTY);
    for (int rank = 0; rank < merged.length; rank++) {
      long pair = pair(triples[3 * rank], triples[3 * rank + 1]);
      int slot = slot(pair);
      merged[rank] = triples[3 * rank + 2];
      if (pairs[slot] == EMPTY) {
        pairs[slot] = pair;
        ranks[slot] = rank;
      }
    }
  }

  /** The rank of merging two tokens (lower comes first), or {@link #NONE}. */
  int rank(int left, int right) {
    int slot = slot(pair(left, right));
    return pairs[slot] == EMPTY ? NONE : ranks[slot];
  }

  /** The token that the merge of this rank makes. */
  int merged(int rank) {
    return merged[rank];
  }

  private static long pair(int left, int right) {
    return ((long) left << 32) | right;
  }

  private int slot(long pair) {
    int slot = (int) ((pair * 0x9E3779B97F4A7C15L) >>> 33) & mask;
    while (pairs[slot] != EMPTY && pairs[slot] != pair) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
