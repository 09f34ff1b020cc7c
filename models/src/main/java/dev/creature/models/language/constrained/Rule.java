package dev.creature.models.language.constrained;

/**
 * All texts that may be written from here on, as bytes of UTF-8. Immutable: writing a byte gives
 * another rule. None loops for ever: of each that is not refused, a text of {@link #least} bytes
 * ends it.
 */
sealed interface Rule permits Literal, Then, Either, TextBody, PatternBody, NumberBody {
  /** What {@link #least} says of a rule that nothing fits. */
  int IMPOSSIBLE = 1 << 28;

  /**
   * What may follow when this byte is written.
   *
   * @param octet from 0 to 255
   * @return {@link Rules#NONE} when the byte may not come
   */
  Rule after(int octet);

  /** Whether nothing fits: it is {@link Rules#NONE}. */
  default boolean refuses() {
    return this instanceof Either(var choices, var _, var _) && choices.isEmpty();
  }

  /** Whether nothing more is to be written: it is {@link Rules#EMPTY}. */
  default boolean isOver() {
    return this instanceof Literal(byte[] bytes, int from) && from == bytes.length;
  }

  /** Whether it may end here. */
  boolean mayEnd();

  /** The fewest bytes after which it may end. */
  int least();
}
