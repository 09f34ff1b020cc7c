package dev.creature.models.language.tokens;

import java.util.Arrays;

/** A growing row of tokens. */
public final class TokenSequence {
  private int[] tokens = new int[64];
  private int size;

  /** Adds a token at the end. */
  public TokenSequence add(int token) {
    if (size == tokens.length) {
      tokens = Arrays.copyOf(tokens, size * 2);
    }
    tokens[size++] = token;
    return this;
  }

  /** Adds tokens at the end. */
  public TokenSequence addAll(int[] more) {
    for (int token : more) {
      add(token);
    }
    return this;
  }

  /** Keeps only the first {@code length}. */
  public void truncate(int length) {
    if (length < 0 || length > size) {
      throw new IllegalArgumentException("cannot cut " + size + " tokens to " + length);
    }
    size = length;
  }

  /** Number of tokens. */
  public int size() {
    return size;
  }

  /** The token at a place, from 0. */
  public int get(int index) {
    return tokens[java.util.Objects.checkIndex(index, size)];
  }

  /** A copy. */
  public int[] toArray() {
    return Arrays.copyOf(tokens, size);
  }

  /** How many tokens at the beginning are those of {@code other}. */
  public int commonPrefix(int[] other) {
    int mismatch = Arrays.mismatch(tokens, 0, size, other, 0, other.length);
    return mismatch < 0 ? size : mismatch;
  }
}
