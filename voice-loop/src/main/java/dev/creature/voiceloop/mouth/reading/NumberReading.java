package dev.creature.voiceloop.mouth.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads tokens of digits: cardinals, ordinals, years, decimals, amounts of money. */
final class NumberReading {
  /** A currency's units by its sign. */
  private record Currency(String unit, String hundredth) {}

  private static final Map<String, Currency> CURRENCIES =
      Map.of(
          "$", new Currency("dollar", "cent"),
          "£", new Currency("pound", "pence"),
          "€", new Currency("euro", "cent"));
  private static final Set<String> ORDINAL_ENDINGS = Set.of("st", "nd", "rd", "th");
  private static final List<String> ENDINGS =
      List.of("ing", "'d", "ed", "'s", "st", "nd", "rd", "th", "s");
  private static final Pattern ENDING = Letters.pattern("[a-z']+$");
  private static final Pattern BETWEEN_WORDS = Letters.pattern("[^a-z]+");

  private final Lexicon lexicon;
  private final Endings endings;

  NumberReading(Lexicon lexicon, Endings endings) {
    this.lexicon = lexicon;
    this.endings = endings;
  }

  static boolean isCurrency(@Nullable String sign) {
    return sign != null && CURRENCIES.containsKey(sign);
  }

  /** Whether a token is a number, with or without an ending such as "th". */
  static boolean isNumber(String word, boolean head) {
    if (word.chars().noneMatch(Letters::isDigit)) {
      return false;
    }
    String number = word;
    for (String ending : ENDINGS) {
      if (number.endsWith(ending)) {
        number = number.substring(0, number.length() - ending.length());
        break;
      }
    }
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if (!(Letters.isDigit(c) || c == ',' || c == '.' || (head && i == 0 && c == '-'))) {
        return false;
      }
    }
    return true;
  }

  /** Phonemes with the currency behind them, as in "five million dollars". */
  String withCurrency(String phonemes, @Nullable String sign) {
    Currency currency = sign == null ? null : CURRENCIES.get(sign);
    return currency == null ? phonemes : phonemes + " " + plural(currency.unit());
  }

  /**
   * Reads a number.
   *
   * @param currency sign of the currency it is an amount of, or null
   * @param head whether it begins a word; digits inside one are read as in a name
   * @return phonemes, or null when there is nothing to read
   */
  @Nullable String read(String token, @Nullable String currency, boolean head) {
    Matcher endingMatch = ENDING.matcher(token);
    String ending = endingMatch.find() ? endingMatch.group() : "";
    String word = token.substring(0, token.length() - ending.length());
    List<String> result = new ArrayList<>();
    boolean negative = word.startsWith("-");
    if (negative) {
      say("minus", result);
      word = word.substring(1);
    }
    String plain = word.replace(",", "");
    if (plain.chars().noneMatch(Letters::isDigit)) {
      return result.isEmpty() ? null : String.join(" ", result);
    }
    if (Letters.allDigits(word) && ORDINAL_ENDINGS.contains(ending)) {
      say(EnglishNumbers.ordinal(word), result);
    } else if (!negative
        && word.length() == 4
        && !isCurrency(currency)
        && Letters.allDigits(word)) {
      say(EnglishNumbers.year(Integer.parseInt(word)), result);
    } else if (!head && plain.indexOf('.') < 0) {
      readInName(plain, result);
    } else if (plain.chars().filter(c -> c == '.').count() > 1 || !head) {
      readVersion(plain, result);
    } else if (currency != null && CURRENCIES.containsKey(currency) && isAmount(word)) {
      readAmount(plain, currency, result);
    } else {
      readPlain(plain, ending, result);
    }
    return result.isEmpty() ? null : withEnding(String.join(" ", result), ending);
  }

  private @Nullable String withEnding(String phonemes, String ending) {
    return switch (ending) {
      case "s", "'s" -> endings.withS(phonemes);
      case "ed", "'d" -> endings.withEd(phonemes);
      case "ing" -> endings.withIng(phonemes);
      default -> phonemes;
    };
  }

  private void readInName(String number, List<String> result) {
    if (number.charAt(0) == '0' || number.length() > 3) {
      say(EnglishNumbers.digitByDigit(number), result);
    } else if (number.length() == 3 && !number.endsWith("00")) {
      say(EnglishNumbers.cardinal(number.substring(0, 1)), result);
      if (number.charAt(1) == '0') {
        lookup("O", Stress.NONE, result);
        say(EnglishNumbers.cardinal(number.substring(2)), result);
      } else {
        say(EnglishNumbers.cardinal(number.substring(1)), result);
      }
    } else {
      say(EnglishNumbers.cardinal(number), result);
    }
  }

  private void readVersion(String number, List<String> result) {
    for (String part : number.split("\\.")) {
      if (part.isEmpty()) {
        continue;
      }
      boolean round = part.substring(1).chars().allMatch(c -> c == '0');
      if (part.charAt(0) == '0' || (part.length() != 2 && !round)) {
        say(EnglishNumbers.digitByDigit(part), result);
      } else {
        say(EnglishNumbers.cardinal(part), result);
      }
    }
  }

  private static boolean isAmount(String word) {
    int point = word.indexOf('.');
    return point < 0 || (word.indexOf('.', point + 1) < 0 && word.length() - point - 1 < 3);
  }

  private void readAmount(String number, String sign, List<String> result) {
    Currency currency = CURRENCIES.getOrDefault(sign, new Currency("", ""));
    int point = number.indexOf('.');
    String units = point < 0 ? number : number.substring(0, point);
    String hundredths = point < 0 ? "" : number.substring(point + 1);
    boolean noUnits = isZero(units);
    boolean noHundredths = isZero(hundredths);
    if (!noUnits || noHundredths) {
      say(EnglishNumbers.cardinal(units.isEmpty() ? "0" : units), result);
      result.add(
          EnglishNumbers.cardinal(units.isEmpty() ? "0" : units).equals("one")
              ? single(currency.unit())
              : plural(currency.unit()));
    }
    if (!noHundredths) {
      if (!noUnits) {
        lookup("and", Stress.AS_IS, result);
      }
      say(EnglishNumbers.cardinal(hundredths), result);
      boolean one = EnglishNumbers.cardinal(hundredths).equals("one");
      result.add(
          one || currency.hundredth().equals("pence")
              ? single(currency.hundredth())
              : plural(currency.hundredth()));
    }
  }

  private static boolean isZero(String digits) {
    return digits.chars().allMatch(c -> c == '0');
  }

  private void readPlain(String number, String ending, List<String> result) {
    if (number.indexOf('.') < 0) {
      say(
          ORDINAL_ENDINGS.contains(ending)
              ? EnglishNumbers.ordinal(number)
              : EnglishNumbers.cardinal(number),
          result);
    } else if (number.charAt(0) == '.') {
      say("point " + EnglishNumbers.digitByDigit(number.substring(1)), result);
    } else {
      say(EnglishNumbers.decimal(number), result);
    }
  }

  private void say(String words, List<String> result) {
    for (String word : BETWEEN_WORDS.split(words)) {
      if (!word.equals("and")) {
        lookup(word, word.equals("point") ? Stress.NONE : Stress.AS_IS, result);
      }
    }
  }

  private void lookup(String word, double stress, List<String> result) {
    String phonemes = lexicon.lookup(word, null, stress, null);
    if (phonemes != null) {
      result.add(phonemes);
    }
  }

  private String single(String unit) {
    String phonemes = lexicon.lookup(unit, null, Stress.AS_IS, null);
    return phonemes == null ? "" : phonemes;
  }

  private String plural(String unit) {
    String phonemes = single(unit);
    return phonemes.isEmpty() ? "" : endings.withS(phonemes);
  }
}
