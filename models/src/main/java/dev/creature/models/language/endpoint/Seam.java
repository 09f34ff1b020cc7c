package dev.creature.models.language.endpoint;

/**
 * Where one model goes on from what another has begun. A model that says the beginning again has
 * that taken off; exactly one space stands between the two.
 */
final class Seam {
  private final String opener;
  private final boolean spaced;
  private final StringBuilder held = new StringBuilder();
  private boolean joined;

  /**
   * Behind an opener.
   *
   * @param said what was said, with the space behind it where that was said, too
   */
  Seam(String said) {
    opener = said.strip();
    spaced = said.isBlank() || Character.isWhitespace(said.charAt(said.length() - 1));
  }

  /** What can be said of it now; empty while it may still be the opener again. */
  String take(String text) {
    if (joined) {
      return text;
    }
    held.append(text);
    String begun = held.toString().stripLeading();
    int alike = Math.min(begun.length(), opener.length());
    boolean repeating = !opener.isEmpty() && begun.regionMatches(true, 0, opener, 0, alike);
    String next = repeating ? begun.substring(alike).stripLeading() : begun;
    if (next.isEmpty()) {
      return "";
    }
    joined = true;
    boolean attached = ",.;:!?'’".indexOf(next.charAt(0)) >= 0;
    return spaced || attached ? next : " " + next;
  }
}
