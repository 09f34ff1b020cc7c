package dev.creature.voiceloop.mouth.reading;

import dev.creature.models.voice.WordTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Splits text into words and marks: chunks that split in their own way (contractions, "Mr.",
 * "10am"), then marks peeled off both ends of a chunk, then what is left is split at hyphens and
 * slashes, and pieces that together are a special case are joined again.
 */
final class Tokenizer {
  private static final String SMALL = "a-zß-öø-ÿ";
  private static final String CAPITAL = "A-ZÀ-ÖØ-Þ";
  private static final String LETTER = "[^\\W\\d_]";
  private static final String QUOTES = "'\"”“`‘´’‚,„»«「」『』（）〔〕【】《》〈〉";
  private static final String MARKS = "…,:;!?¿¡()[]{}<>_#*&。？！，、；：～·";
  private static final String ICONS = "[™®©°§¶†‡•]";
  private static final String CURRENCIES =
      "\\$|£|€|¥|฿|US\\$|C\\$|A\\$|₽|₹|₩|₪|₺|₴|₦|₫|₱|₲|₵|₸|₼|₾|₿";
  private static final String UNITS =
      "km|km²|km³|m|m²|m³|dm|dm²|dm³|cm|cm²|cm³|mm|mm²|mm³|ha|µm|nm|yd|in|ft|kg|g|mg|µg|t|lb|oz"
          + "|m/s|km/h|kmh|mph|hPa|Pa|mbar|mb|MB|kb|KB|gb|GB|tb|TB|T|G|M|K|%";
  private static final Pattern CHUNK = Letters.pattern("\\S+");
  private static final Pattern PREFIX = Letters.pattern("^(?:" + prefixes() + ")");
  private static final Pattern SUFFIX = Letters.pattern("(?:" + suffixes() + ")$");
  private static final Pattern INFIX = Letters.pattern(infixes());
  private static final Pattern ADDRESS =
      Letters.patternOfAnyCase(
          "^(?:(?:https?|ftp)://|www\\.)\\S+$|^[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+$"
              + "|^(?:[\\w-]+\\.)+(?:com|org|net|edu|gov|io|co|uk|de|fr|info|biz|us|ca|au|tv|me|ly"
              + "|ai)(?:/\\S*)?$");

  /** A piece of text, where it starts, and whether white space follows. */
  record Piece(String text, int start, boolean spaceAfter) {}

  private final WordTables tables;

  Tokenizer(WordTables tables) {
    this.tables = tables;
  }

  List<Piece> split(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher chunk = CHUNK.matcher(text);
    while (chunk.find()) {
      List<String> parts = splitChunk(chunk.group());
      int at = chunk.start();
      for (int i = 0; i < parts.size(); i++) {
        boolean last = i == parts.size() - 1;
        pieces.add(new Piece(parts.get(i), at, last && chunk.end() < text.length()));
        at += parts.get(i).length();
      }
    }
    return pieces;
  }

  private List<String> splitChunk(String chunk) {
    Optional<List<String>> whole = tables.specialTokens(chunk);
    if (whole.isPresent()) {
      return whole.get();
    }
    List<String> front = new ArrayList<>();
    List<String> back = new ArrayList<>();
    String rest = peel(chunk, front, back);
    List<String> parts = new ArrayList<>(front);
    if (!rest.isEmpty()) {
      Optional<List<String>> special = tables.specialTokens(rest);
      if (special.isPresent()) {
        parts.addAll(special.get());
      } else if (ADDRESS.matcher(rest).find()) {
        parts.add(rest);
      } else {
        splitInside(rest, parts);
      }
    }
    parts.addAll(back.reversed());
    return parts.size() > 1 ? rejoined(parts) : parts;
  }

  private boolean special(String text) {
    return !text.isEmpty() && tables.specialTokens(text).isPresent();
  }

  /** Takes marks off both ends as long as there are any; answers with what is left. */
  private String peel(String chunk, List<String> front, List<String> back) {
    String rest = chunk;
    int lastLength = -1;
    while (!rest.isEmpty() && rest.length() != lastLength && !special(rest)) {
      lastLength = rest.length();
      Matcher prefix = PREFIX.matcher(rest);
      int prefixLength = prefix.find() ? prefix.end() : 0;
      if (prefixLength > 0 && special(rest.substring(prefixLength))) {
        front.add(rest.substring(0, prefixLength));
        return rest.substring(prefixLength);
      }
      Matcher suffix = SUFFIX.matcher(rest.substring(prefixLength));
      int suffixLength = suffix.find() ? suffix.end() - suffix.start() : 0;
      String withoutSuffix = rest.substring(0, rest.length() - suffixLength);
      if (suffixLength > 0 && special(withoutSuffix)) {
        back.add(rest.substring(rest.length() - suffixLength));
        return withoutSuffix;
      }
      if (prefixLength > 0) {
        front.add(rest.substring(0, prefixLength));
      }
      if (suffixLength > 0) {
        back.add(rest.substring(rest.length() - suffixLength));
      }
      rest = rest.substring(prefixLength, rest.length() - suffixLength);
    }
    return rest;
  }

  private static void splitInside(String rest, List<String> parts) {
    int start = 0;
    Matcher infix = INFIX.matcher(rest);
    while (infix.find()) {
      if (infix.start() == 0 || infix.start() == infix.end()) {
        continue;
      }
      if (infix.start() > start) {
        parts.add(rest.substring(start, infix.start()));
      }
      parts.add(infix.group());
      start = infix.end();
    }
    if (start < rest.length()) {
      parts.add(rest.substring(start));
    }
  }

  private List<String> rejoined(List<String> parts) {
    List<String> result = new ArrayList<>();
    int i = 0;
    while (i < parts.size()) {
      int taken = 1;
      for (int k = 3; k >= 2 && taken == 1; k--) {
        if (i + k <= parts.size()) {
          Optional<List<String>> joined =
              tables.specialTokens(String.join("", parts.subList(i, i + k)));
          if (joined.isPresent()) {
            result.addAll(joined.get());
            taken = k;
          }
        }
      }
      if (taken == 1) {
        result.add(parts.get(i));
      }
      i += taken;
    }
    return result;
  }

  private static String each(String characters) {
    return characters
        .codePoints()
        .mapToObj(c -> "\\x{" + Integer.toHexString(c) + "}")
        .collect(Collectors.joining("|"));
  }

  private static String inClass(String characters) {
    return characters
        .codePoints()
        .mapToObj(c -> "\\x{" + Integer.toHexString(c) + "}")
        .collect(Collectors.joining());
  }

  private static String alternatives(String... parts) {
    return Stream.of(parts).map(part -> "(?:" + part + ")").collect(Collectors.joining("|"));
  }

  private static String prefixes() {
    return alternatives(
        "§|%|=|—|–|\\+(?![0-9])|…|……", each(MARKS), "\\.\\.+|…", each(QUOTES), CURRENCIES, ICONS);
  }

  private static String suffixes() {
    return alternatives(
        "…|……",
        each(MARKS),
        "\\.\\.+|…",
        each(QUOTES),
        ICONS,
        "'s|'S|’s|’S|—|–",
        "(?<=[0-9])\\+",
        "(?<=°[FfCcKk])\\.",
        "(?<=[0-9])(?:" + CURRENCIES + ")",
        "(?<=[0-9])(?:" + UNITS + ")",
        "(?<=[0-9" + SMALL + "%²\\-\\+" + inClass(MARKS) + inClass(QUOTES) + "])\\.",
        "(?<=[" + CAPITAL + "][" + CAPITAL + "])\\.");
  }

  private static String infixes() {
    return alternatives(
        "\\.\\.+|…",
        ICONS,
        "(?<=[0-9])[+\\-*^](?=[0-9-])",
        "(?<=[" + SMALL + inClass(QUOTES) + "])\\.(?=[" + CAPITAL + inClass(QUOTES) + "])",
        "(?<=" + LETTER + "),(?=" + LETTER + ")",
        "(?<=[\\p{L}\\p{N}])(?:-|–|—|--|---|——|~)(?=" + LETTER + ")",
        "(?<=[\\p{L}\\p{N}])[:<>=/](?=" + LETTER + ")");
  }
}
