package dev.creature.models.language.constrained;

import dev.creature.models.language.tokens.Tokenizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntConsumer;

/**
 * The tokens of a model by their bytes, so that those with a beginning that a rule refuses are left
 * out together. Immutable.
 */
public final class TokenTrie {
  private static final int NONE = -1;

  /** By node: its byte, its token, its first child and its next sibling, or {@link #NONE}. */
  private final byte[] octets;

  private final int[] tokens;
  private final int[] firstChild;
  private final int[] nextSibling;
  private final byte[][] bytes;

  private TokenTrie(byte[][] bytes, int nodes) {
    this.bytes = bytes;
    this.octets = new byte[nodes];
    this.tokens = new int[nodes];
    this.firstChild = new int[nodes];
    this.nextSibling = new int[nodes];
    Arrays.fill(tokens, NONE);
    Arrays.fill(firstChild, NONE);
    Arrays.fill(nextSibling, NONE);
  }

  /** Of all tokens of a model that stand for text. Takes a few hundred milliseconds. */
  public static TokenTrie of(Tokenizer tokenizer) {
    byte[][] bytes = new byte[tokenizer.size()][];
    for (int token = 0; token < bytes.length; token++) {
      bytes[token] = tokenizer.bytes(token);
    }
    return of(bytes);
  }

  /** Of these; an empty one is none. */
  static TokenTrie of(byte[][] bytes) {
    Integer[] order = new Integer[bytes.length];
    Arrays.setAll(order, token -> token);
    Arrays.sort(
        order, Comparator.comparing((Integer token) -> bytes[token], Arrays::compareUnsigned));
    TokenTrie trie = new TokenTrie(bytes, 1 + places(bytes, order));
    int[] path = new int[1 + Arrays.stream(bytes).mapToInt(it -> it.length).max().orElse(0)];
    int used = 1;
    byte[] before = new byte[0];
    for (int token : order) {
      byte[] now = bytes[token];
      int common = Math.max(0, common(before, now));
      for (int depth = common; depth < now.length; depth++) {
        int node = used++;
        trie.octets[node] = now[depth];
        trie.nextSibling[node] = trie.firstChild[path[depth]];
        trie.firstChild[path[depth]] = node;
        path[depth + 1] = node;
      }
      if (now.length > 0 && trie.tokens[path[now.length]] == NONE) {
        trie.tokens[path[now.length]] = token;
      }
      before = now;
    }
    return trie;
  }

  private static int places(byte[][] bytes, Integer[] order) {
    int places = 0;
    byte[] before = new byte[0];
    for (int token : order) {
      places += bytes[token].length - common(before, bytes[token]);
      before = bytes[token];
    }
    return places;
  }

  private static int common(byte[] one, byte[] other) {
    int mismatch = Arrays.mismatch(one, other);
    return mismatch < 0 ? one.length : mismatch;
  }

  /** What may follow a token, or {@link Rules#NONE} when it may not come. */
  Rule after(Rule rule, int token) {
    Rule now = bytes[token].length == 0 ? Rules.NONE : rule;
    for (byte octet : bytes[token]) {
      now = now.after(octet & 0xFF);
      if (now.refuses()) {
        return now;
      }
    }
    return now;
  }

  /**
   * All tokens that may come.
   *
   * @param most bytes that may be needed behind the token to end
   */
  void allowed(Rule rule, int most, IntConsumer token) {
    allowed(0, rule, most, token);
  }

  private void allowed(int node, Rule rule, int most, IntConsumer token) {
    for (int child = firstChild[node]; child != NONE; child = nextSibling[child]) {
      Rule next = rule.after(octets[child] & 0xFF);
      if (next.refuses()) {
        continue;
      }
      if (tokens[child] != NONE && next.least() <= most) {
        token.accept(tokens[child]);
      }
      allowed(child, next, most, token);
    }
  }

  byte[] bytes(int token) {
    return bytes[token];
  }
}
