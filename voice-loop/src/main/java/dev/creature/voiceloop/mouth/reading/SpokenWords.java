package dev.creature.voiceloop.mouth.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A text as the plain words that somebody says, to compare what was written with what was
 * recognised: small letters, no punctuation, numbers in words, abbreviations in full.
 */
public final class SpokenWords {
  private static final Pattern MONEY =
      Pattern.compile(
          "([$£€])(\\d[\\d,]*)(?:\\.(\\d\\d))?(?!\\.?\\d)( (?:hundred|thousand|million|billion|trillion))?");
  private static final Map<String, String> CURRENCIES =
      Map.of("$", "dollar", "£", "pound", "€", "euro");
  private static final Pattern PERCENT = Pattern.compile("(?<=\\d)\\s?%");
  private static final Pattern ORDINAL = Pattern.compile("\\b(\\d[\\d,]*)(?:st|nd|rd|th)\\b");
  private static final Pattern DECADE = Pattern.compile("\\b(1[1-9]|20)(\\d)0s\\b");
  private static final Pattern YEAR =
      Pattern.compile("(?<![\\d.,])(1[1-9]\\d\\d|20[1-9]\\d)(?![\\d.,]?\\d)");
  private static final Pattern NEGATIVE = Pattern.compile("(?<![\\w)])-(?=\\d)");
  private static final Pattern DOMAIN = Pattern.compile("\\s?\\.(com|org|net)\\b");
  private static final Pattern DECIMAL = Pattern.compile("(\\d[\\d,]*)\\.(\\d+)");
  private static final Pattern WHOLE = Pattern.compile("\\d[\\d,]*");
  private static final Pattern DOTTED =
      Pattern.compile("\\b((?:[a-z]\\.){2,})", Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_LETTER = Pattern.compile("[^a-z']+");
  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("mr", "mister"),
          Map.entry("mrs", "missus"),
          Map.entry("miz", "ms"),
          Map.entry("dr", "doctor"),
          Map.entry("st", "street"),
          Map.entry("ok", "okay"),
          Map.entry("o", "oh"),
          Map.entry("zero", "oh"),
          Map.entry("cannot", "can not"),
          Map.entry("o'clock", "oclock"));

  private SpokenWords() {}

  /**
   * The words of a text.
   *
   * @param reader reads its abbreviations
   */
  public static List<String> of(TextReader reader, String text) {
    String spoken = reader.inWords(text);
    spoken = NEGATIVE.matcher(spoken).replaceAll("minus ");
    spoken = MONEY.matcher(spoken).replaceAll(SpokenWords::money);
    spoken = PERCENT.matcher(spoken).replaceAll(" percent");
    spoken = DECADE.matcher(spoken).replaceAll(SpokenWords::decade);
    spoken =
        ORDINAL.matcher(spoken).replaceAll(match -> EnglishNumbers.ordinal(digits(match.group(1))));
    spoken =
        YEAR.matcher(spoken)
            .replaceAll(match -> EnglishNumbers.year(Integer.parseInt(match.group(1))));
    spoken =
        DECIMAL
            .matcher(spoken)
            .replaceAll(match ->
                EnglishNumbers.cardinal(digits(match.group(1)))
                    + " point "
                    + EnglishNumbers.digitByDigit(match.group(2)));
    spoken =
        WHOLE
            .matcher(spoken)
            .replaceAll(match -> " " + EnglishNumbers.cardinal(digits(match.group())) + " ");
    spoken = DOTTED.matcher(spoken).replaceAll(match -> match.group(1).replace(".", " "));
    spoken = DOMAIN.matcher(spoken).replaceAll(" dot $1");
    List<String> words = new ArrayList<>();
    for (String word : NO_LETTER.split(Letters.lower(spoken.replace('’', '\'')))) {
      String bare = word.replaceAll("^'+|'+$", "");
      for (String part : SAME.getOrDefault(bare, bare).split(" ")) {
        // In numbers some say it and some don't; nothing else hangs on it.
        if (!part.isEmpty() && !part.equals("and")) {
          words.add(part);
        }
      }
    }
    return joinedLetters(words);
  }

  /** "U S", "U.S." and "US" are the same; so are "e mail" and "email". */
  private static List<String> joinedLetters(List<String> words) {
    List<String> joined = new ArrayList<>();
    boolean open = false;
    for (String word : words) {
      boolean letter = word.length() == 1;
      if (open && (letter || word.equals("mail"))) {
        joined.add(joined.removeLast() + word);
      } else {
        joined.add(word);
      }
      open = letter && (open || !word.equals("i"));
    }
    return joined;
  }

  private static String digits(String number) {
    return number.replace(",", "");
  }

  private static String money(MatchResult match) {
    String unit = CURRENCIES.getOrDefault(match.group(1), "");
    String whole = digits(match.group(2));
    String scale = match.group(4) == null ? "" : match.group(4);
    String cents = match.group(3);
    StringBuilder words = new StringBuilder();
    if (!scale.isEmpty()) {
      words
          .append(EnglishNumbers.cardinal(whole))
          .append(cents == null ? "" : " point " + EnglishNumbers.digitByDigit(cents));
      return words + scale + " " + unit + "s";
    }
    if (!whole.matches("0+") || cents == null) {
      words
          .append(EnglishNumbers.cardinal(whole))
          .append(' ')
          .append(unit)
          .append(whole.equals("1") ? "" : "s");
    }
    if (cents != null && !cents.equals("00")) {
      words.append(' ').append(EnglishNumbers.cardinal(cents)).append(' ');
      words.append(unit.equals("pound") ? "pence" : cents.equals("01") ? "cent" : "cents");
    }
    return words.toString();
  }

  private static String decade(MatchResult match) {
    String tens = EnglishNumbers.cardinal(match.group(2) + "0");
    String plural =
        match.group(2).equals("0")
            ? "hundreds"
            : match.group(2).equals("1") ? "tens" : tens.substring(0, tens.length() - 1) + "ies";
    return EnglishNumbers.cardinal(match.group(1)) + " " + plural;
  }
}
