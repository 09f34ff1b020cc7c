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

  private static final Pattern ALONE =
      Pattern.compile(
          "^\\s*(?:okay|sure|all right|mm-hm|i see|right|hmm|let me see)\\.\\s+(?=\\S)",
          Pattern.CASE_INSENSITIVE);

  private Acknowledgement() {}

  /** The text without one that stands as a sentence in front of others. */
  static String sentenceRemovedFrom(String text) {
    return ALONE.matcher(text).replaceFirst("");
  }

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
