package dev.creature.models.gguf;

import java.util.List;

/** A value of a GGUF file's metadata. */
public sealed interface GgufValue {
  /** A whole number of any width; an unsigned 64-bit one above the range wraps round. */
  record Whole(long value) implements GgufValue {}

  /** A number of 32 or 64 bits. */
  record Real(double value) implements GgufValue {}

  /** Yes or no. */
  record Flag(boolean value) implements GgufValue {}

  /** A text; bytes that are no UTF-8 were replaced. */
  record Text(String value) implements GgufValue {}

  /** Values of one type. */
  record Sequence(List<GgufValue> values) implements GgufValue {
    public Sequence {
      values = List.copyOf(values);
    }
  }
}
