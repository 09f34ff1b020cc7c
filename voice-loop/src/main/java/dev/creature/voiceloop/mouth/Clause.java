package dev.creature.voiceloop.mouth;

/**
 * A piece of a reply that is spoken in one go.
 *
 * @param text as written, without white space at its ends; never empty
 * @param start index of its first character in the whole reply
 * @param before how the clause in front of it ended, {@link Ending#NONE} for the first one; it
 *     decides the pause between the two
 * @param ending how this one ends
 */
public record Clause(String text, int start, Ending before, Ending ending) {
  /** Checks the text. */
  public Clause {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a clause needs text");
    }
  }

  /** A clause that stands alone. */
  public static Clause of(String text) {
    return new Clause(text, 0, Ending.NONE, Ending.of(text));
  }
}
