package dev.creature.actors.intent.grammar;

import java.util.Set;

/** Tells first names from other words. Immutable. */
public final class Names {
  private static final Set<String> LISTED = WordLists.read("nouns.txt").words("name");

  private Names() {}

  /** Whether the word, in lower case, is a common first name: {@code robin}. */
  public static boolean isName(String word) {
    return LISTED.contains(word);
  }
}
