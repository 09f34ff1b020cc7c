package dev.creature.models.language.constrained;

import java.nio.charset.StandardCharsets;

/**
 * Exactly these bytes.
 *
 * @param bytes never changed
 * @param from where the rest of them begins
 */
record Literal(byte[] bytes, int from) implements Rule {
  static Rule of(String text) {
    return text.isEmpty() ? Rules.EMPTY : new Literal(text.getBytes(StandardCharsets.UTF_8), 0);
  }

  @Override
  public Rule after(int octet) {
    if (from == bytes.length || (bytes[from] & 0xFF) != octet) {
      return Rules.NONE;
    }
    return from + 1 == bytes.length ? Rules.EMPTY : new Literal(bytes, from + 1);
  }

  @Override
  public boolean mayEnd() {
    return from == bytes.length;
  }

  @Override
  public int least() {
    return bytes.length - from;
  }
}
