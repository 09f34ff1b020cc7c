package dev.creature.voiceloop.mouth.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers in English words. */
public final class EnglishNumbers {
  private static final List<String> ONES =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final List<String> TENS =
      List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
  private static final List<String> SCALES =
      List.of(
          "",
          "thousand",
          "million",
          "billion",
          "trillion",
          "quadrillion",
          "quintillion",
          "sextillion",
          "septillion",
          "octillion",
          "nonillion",
          "decillion");
  private static final Map<String, String> IRREGULAR_ORDINALS =
      Map.of(
          "one", "first", "two", "second", "three", "third", "five", "fifth", "eight", "eighth",
          "nine", "ninth", "twelve", "twelfth");

  private EnglishNumbers() {}

  /** Such as {@code one thousand, two hundred and thirty-four}. */
  static String cardinal(long number) {
    return cardinal(Long.toString(number));
  }

  /**
   * The words of a whole number.
   *
   * @param digits 0 to 9; beyond the decillions they are read one by one
   */
  public static String cardinal(String digits) {
    String number = digits.replaceFirst("^0+(?=.)", "");
    int groupCount = (number.length() + 2) / 3;
    if (groupCount > SCALES.size()) {
      return digitByDigit(digits);
    }
    if (number.length() <= 3) {
      return belowThousand(Integer.parseInt(number));
    }
    List<String> groups = new ArrayList<>();
    for (int scale = groupCount - 1; scale >= 0; scale--) {
      int end = number.length() - 3 * scale;
      int group = Integer.parseInt(number.substring(Math.max(0, end - 3), end));
      if (group > 0) {
        groups.add(belowThousand(group) + (scale > 0 ? " " + SCALES.get(scale) : ""));
      }
    }
    String last = groups.getLast();
    boolean joinsWithAnd =
        groups.size() > 1
            && !last.contains("hundred")
            && last.substring(last.lastIndexOf(" and ") + 1).strip().indexOf(' ') < 0;
    return joinsWithAnd
        ? String.join(", ", groups.subList(0, groups.size() - 1)) + " and " + last
        : String.join(", ", groups);
  }

  /**
   * Such as {@code twenty-third}.
   *
   * @param digits as for {@link #cardinal(String)}
   */
  public static String ordinal(String digits) {
    String cardinal = cardinal(digits);
    int at = Math.max(cardinal.lastIndexOf(' '), cardinal.lastIndexOf('-')) + 1;
    String last = cardinal.substring(at);
    String irregular = IRREGULAR_ORDINALS.get(last);
    if (irregular != null) {
      last = irregular;
    } else if (last.endsWith("y")) {
      last = last.substring(0, last.length() - 1) + "ieth";
    } else {
      last += "th";
    }
    return cardinal.substring(0, at) + last;
  }

  /** Such as {@code nineteen oh-five}, {@code two thousand and five}, {@code twenty ten}. */
  static String year(int year) {
    int high = year / 100;
    int low = year % 100;
    if (high == 0 || (high % 10 == 0 && low < 10) || high >= 100) {
      return cardinal(year);
    }
    String lowWords = low == 0 ? "hundred" : low < 10 ? "oh-" + cardinal(low) : cardinal(low);
    return cardinal(high) + " " + lowWords;
  }

  /**
   * Such as {@code three point one four}; zeros at the end are not said.
   *
   * @param number digits with one point, or none
   */
  static String decimal(String number) {
    int point = number.indexOf('.');
    String whole = point < 0 ? number : number.substring(0, point);
    String fraction = point < 0 ? "" : number.substring(point + 1).replaceFirst("0+$", "");
    String words = cardinal(whole.isEmpty() ? "0" : whole);
    return fraction.isEmpty() ? words : words + " point " + digitByDigit(fraction);
  }

  /** Such as {@code one four}. */
  static String digitByDigit(String digits) {
    return digits.chars().mapToObj(digit -> ONES.get(digit - '0')).collect(Collectors.joining(" "));
  }

  private static String belowThousand(int number) {
    List<String> words = new ArrayList<>();
    int rest = number;
    if (rest >= 100) {
      words.add(ONES.get(rest / 100));
      words.add("hundred");
      rest %= 100;
      if (rest > 0) {
        words.add("and");
      }
    }
    if (rest >= 20) {
      words.add(TENS.get(rest / 10) + (rest % 10 > 0 ? "-" + ONES.get(rest % 10) : ""));
    } else if (rest > 0 || words.isEmpty()) {
      words.add(ONES.get(rest));
    }
    return String.join(" ", words);
  }
}
