package dev.creature.voiceloop.mouth.reading;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Web and mail addresses, names of files, handles: with "dot", "at" and "slash". */
final class AddressRules {
  private static final String DOMAINS =
      "com|org|net|edu|gov|io|co|uk|de|fr|info|biz|us|ca|au|tv|me|ly|ai|dev|app|eu|ch|it|es|jp";
  private static final String FILES =
      "txt|pdf|docx?|xlsx?|csv|json|html?|xml|md|py|js|ts|java|c|cpp|h|sh|zip|tar|gz|png|jpe?g|gif"
          + "|svg|mp3|mp4|wav|onnx|exe|log|ya?ml|toml|ini";
  private static final Pattern MAIL =
      Letters.pattern("(?<![\\w.+-])([\\w.+-]+)@([\\w-]+(?:\\.[\\w-]+)+)");
  private static final Pattern WEB =
      Letters.patternOfAnyCase(
          "(?<![\\w.@])(?:(?:https?|ftp)://|(?=www\\.))([^\\s<>\"”)\\]]+?)(?=[.,;:!?)\\]]*(?:\\s|$))");
  private static final Pattern BARE =
      Letters.pattern(
          "(?<![\\w.@/])((?:[A-Za-z0-9][A-Za-z0-9-]*\\.)+(?:"
              + DOMAINS
              + ")(?:/[^\\s,;:!?)]*[^\\s,;:!?).])?)(?![\\w-])(?!\\.\\w)");
  private static final Pattern FILE =
      Letters.patternOfAnyCase(
          "(?<![\\w.])([\\w-]{2,}(?:\\.[\\w-]+)*)\\.(" + FILES + ")(?![\\w.]\\w|\\w)");
  private static final Pattern HANDLE = Letters.pattern("(?<![\\w@])@(?=[A-Za-z]\\w)");
  private static final Pattern QUERY = Letters.pattern("[?#].*$");
  private static final Pattern LAST_SLASH = Letters.pattern("/+$");
  private static final Pattern WWW = Letters.patternOfAnyCase("^www\\.");

  private AddressRules() {}

  static TracedText apply(TracedText text) {
    return text.replace(
            MAIL, (match, _) -> spelled(match.group(1)) + " at " + spelled(match.group(2)))
        .replace(WEB, (match, _) -> web(match.group(1)))
        .replace(BARE, (match, _) -> web(match.group(1)))
        .replace(FILE, (match, _) -> file(match))
        .replace(HANDLE, "at ");
  }

  private static String web(String address) {
    String withoutQuery = QUERY.matcher(address).replaceAll("");
    String plain = WWW.matcher(withoutQuery).replaceAll("");
    return spelled(LAST_SLASH.matcher(plain).replaceAll(""));
  }

  private static String file(MatchResult match) {
    String ending = match.group(2);
    // Endings without a vowel are letters: "P D F".
    String said = ending.matches("(?i)json|java|zip|tar|log|toml|gif") ? ending : letters(ending);
    return spelled(match.group(1)) + " dot " + said;
  }

  private static String letters(String text) {
    return String.join(" ", Letters.upper(text).split(""));
  }

  private static String spelled(String address) {
    return address
        .replace(".", " dot ")
        .replace("/", " slash ")
        .replace("_", " underscore ")
        .replace("-", " dash ")
        .replace("+", " plus ")
        .replace("%20", " ")
        .replace(":", " colon ")
        .replace("=", " equals ")
        .replace("~", " tilde ")
        .replaceAll("(?<=\\p{L})(?=\\d)|(?<=\\d)(?=\\p{L})", " ")
        .strip();
  }
}
