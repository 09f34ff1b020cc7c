package dev.creature.reasoning.errand;

/** Makes of a model's last words what can be said in one breath. Pure. */
final class FinalWords {
  private static final int MOST_CHARACTERS = 240;
  private static final int MOST_SENTENCES = 2;

  private FinalWords() {}

  /**
   * What is said at the end. A success that no call bears out is not claimed.
   *
   * @param words of the model
   */
  static String of(String words, Errand errand) {
    if (errand.done() == 0 && !errand.lastWords().isBlank()) {
      return sentence("I couldn't do it: " + errand.lastWords());
    }
    String spoken = spoken(words);
    if (!spoken.isEmpty()) {
      return spoken;
    }
    return errand.done() > 0 ? "That's done." : "I don't know what to do about that.";
  }

  /** Without marks that cannot be spoken, at most two sentences. */
  static String spoken(String words) {
    String plain =
        words
            .replaceAll("(?s)<think>.*?(</think>|$)", " ")
            .replaceAll("(?s)```.*?(```|$)", " ")
            .replaceAll("[*_#`>|{}\\[\\]]+", " ")
            .replaceAll("\\s+", " ")
            .strip();
    int end = 0;
    for (int sentences = 0; sentences < MOST_SENTENCES && end < plain.length(); sentences++) {
      int next = end;
      while (next < plain.length() && !ends(plain, next)) {
        next++;
      }
      next = Math.min(plain.length(), next + 1);
      if (end > 0 && next > MOST_CHARACTERS) {
        break;
      }
      end = next;
    }
    String cut = plain.substring(0, end).strip();
    if (cut.length() <= MOST_CHARACTERS) {
      return cut.isEmpty() ? "" : sentence(cut);
    }
    int space = cut.lastIndexOf(' ', MOST_CHARACTERS);
    return sentence(cut.substring(0, space > 0 ? space : MOST_CHARACTERS));
  }

  private static boolean ends(String text, int at) {
    boolean mark = ".!?".indexOf(text.charAt(at)) >= 0;
    return mark && (at + 1 == text.length() || text.charAt(at + 1) == ' ');
  }

  private static String sentence(String words) {
    String text = words.strip();
    String whole = Character.toUpperCase(text.charAt(0)) + text.substring(1);
    return ".!?".indexOf(whole.charAt(whole.length() - 1)) >= 0 ? whole : whole + ".";
  }
}
