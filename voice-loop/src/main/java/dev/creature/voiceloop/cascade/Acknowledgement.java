package dev.creature.voiceloop.cascade;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The word with which a reply says that it has understood. */
final class Acknowledgement {
  private static final Pattern FIRST =
      Pattern.compile(
          "^\\s*(?:okay|ok|sure|of course|certainly|all right|alright|yes|got it|right away|mm-hm"
              + "|i see|right|hmm|let me see)"
              + "(?: thing)?\\s*[,.!:;—-]+\\s*",
          Pattern.CASE_INSENSITIVE);

  private Acknowledgement() {}

  /** The text without it: it was said already. */
  static String removedFrom(String text) {
    Matcher first = FIRST.matcher(text);
    if (!first.find()) {
      return text;
    }
    String rest = text.substring(first.end());
    return rest.isEmpty() ? rest : Character.toUpperCase(rest.charAt(0)) + rest.substring(1);
  }
}
