package dev.creature.models.language.tokens;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Byte-level byte pair encoding of one word: its bytes, merged pair by pair, always the most urgent
 * merge first and the leftmost of equals. Takes n log n for a word of n bytes, so that no text is
 * too hard. Thread-safe.
 */
final class BytePairEncoder {
  private static final int ABSENT = -1;
  private static final int END = -1;

  private final MergeTable merges;
  private final int[] tokenOfByte = new int[256];

  BytePairEncoder(Vocabulary vocabulary) {
    this.merges = new MergeTable(vocabulary.merges());
    Arrays.fill(tokenOfByte, ABSENT);
    for (int token = 0; token < vocabulary.size(); token++) {
      byte[] bytes = vocabulary.bytes()[token];
      if (bytes.length == 1 && !vocabulary.control()[token]) {
        tokenOfByte[bytes[0] & 0xFF] = token;
      }
    }
  }

  /** Adds the tokens of a word to {@code target}. */
  void encode(String word, TokenSequence target) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    int[] tokens = new int[bytes.length];
    int count = 0;
    for (byte b : bytes) {
      // Like the reference, leave out bytes that the model has no token for.
      int token = tokenOfByte[b & 0xFF];
      if (token != ABSENT) {
        tokens[count++] = token;
      }
    }
    if (count > 1) {
      merge(tokens, count);
    }
    for (int i = 0; i < count; i++) {
      if (tokens[i] != ABSENT) {
        target.add(tokens[i]);
      }
    }
  }

  /** Merges in place; a place whose token went into its left neighbour becomes {@link #ABSENT}. */
  private void merge(int[] tokens, int count) {
    int[] next = new int[count];
    int[] previous = new int[count];
    // Rank above place: the natural order is the order of merging.
    PriorityQueue<Long> queue = new PriorityQueue<>();
    for (int i = 0; i < count; i++) {
      next[i] = i + 1 < count ? i + 1 : END;
      previous[i] = i - 1;
    }
    for (int i = 0; i + 1 < count; i++) {
      offer(queue, tokens, i, i + 1);
    }
    while (!queue.isEmpty()) {
      long urgent = queue.remove();
      int rank = (int) (urgent >>> 32);
      int left = (int) urgent;
      int right = next[left];
      // What was queued may be stale: its neighbours were merged meanwhile.
      if (tokens[left] == ABSENT
          || right == END
          || merges.rank(tokens[left], tokens[right]) != rank) {
        continue;
      }
      tokens[left] = merges.merged(rank);
      tokens[right] = ABSENT;
      next[left] = next[right];
      if (next[left] != END) {
        previous[next[left]] = left;
        offer(queue, tokens, left, next[left]);
      }
      if (previous[left] != END) {
        offer(queue, tokens, previous[left], left);
      }
    }
  }

  private void offer(PriorityQueue<Long> queue, int[] tokens, int left, int right) {
    int rank = merges.rank(tokens[left], tokens[right]);
    if (rank != MergeTable.NONE) {
      queue.add(((long) rank << 32) | left);
    }
  }
}
