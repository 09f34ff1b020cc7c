package dev.creature.reasoning.memory;

/**
 * Something that a user told.
 *
 * @param about what it is about, in a form that is the same for all that is told about it: of two
 *     facts about the same the newer holds
 * @param words as the user said them, from his side: "my keys are in the bowl"
 * @param atMillis since 1970
 */
public record Fact(String about, String words, long atMillis) {
  /** The longest words that are kept. */
  public static final int MOST_CHARACTERS = 200;

  public Fact {
    if (about.isBlank() || words.isBlank() || words.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException("a fact has 1 to " + MOST_CHARACTERS + " characters");
    }
  }

  /** The same from the creature's side: "your keys are in the bowl". */
  public String toUser() {
    return Sides.turned(words);
  }
}
