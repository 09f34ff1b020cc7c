package dev.creature.voiceloop.mouth;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a text an English voice has no way to say.
 *
 * @param scripts the scripts of the letters that it cannot read
 * @param words whether the text also holds letters or digits that it can read
 */
public record Unspeakable(Set<Character.UnicodeScript> scripts, boolean words) {
  /** The voice's net for unknown words has learnt letters of these. */
  private static final Set<Character.UnicodeScript> READABLE =
      EnumSet.of(
          Character.UnicodeScript.LATIN,
          Character.UnicodeScript.GREEK,
          Character.UnicodeScript.CYRILLIC,
          Character.UnicodeScript.ARMENIAN,
          Character.UnicodeScript.GEORGIAN,
          Character.UnicodeScript.COMMON,
          Character.UnicodeScript.INHERITED);

  /** Keeps its own copy. */
  public Unspeakable {
    scripts = Set.copyOf(scripts);
  }

  /** Looks through a text. */
  public static Unspeakable in(String text) {
    Set<Character.UnicodeScript> scripts = EnumSet.noneOf(Character.UnicodeScript.class);
    boolean words = false;
    for (int c : text.codePoints().filter(Character::isLetterOrDigit).toArray()) {
      Character.UnicodeScript script = Character.UnicodeScript.of(c);
      if (READABLE.contains(script) || Character.isDigit(c)) {
        words = true;
      } else {
        scripts.add(script);
      }
    }
    return new Unspeakable(scripts, words);
  }

  /** Whether nothing can be said. */
  public boolean isAll() {
    return !words;
  }

  /** Whether something is left out. */
  public boolean isSome() {
    return !scripts.isEmpty();
  }

  /** Why, and what to do, in one line. */
  public String reason() {
    if (scripts.isEmpty()) {
      return "there is nothing in it that can be spoken; write some words";
    }
    String names =
        scripts.stream()
            .map(script -> script.name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .sorted()
            .collect(Collectors.joining(", "));
    return "the voice speaks English and leaves out what is written in other scripts ("
        + names
        + "); write it in Latin letters";
  }
}
