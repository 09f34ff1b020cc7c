package dev.creature.actors.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A thing, place or person as the creature names it to the one who named it: "my keys" are "your
 * keys". Pure.
 *
 * @param text as the task has it, mostly without article
 * @param determiner as it was said: {@code my}, {@code a}; empty for "the" or none
 * @param count as it was said: {@code two}, {@code all}; empty for one
 */
record SpokenNoun(String text, String determiner, String count) {
  private static final Set<String> POINTING =
      Set.of(
          "it",
          "them",
          "him",
          "her",
          "us",
          "me",
          "you",
          "that",
          "this",
          "these",
          "those",
          "one",
          "ones",
          "some",
          "both",
          "all",
          "something",
          "anything",
          "everything",
          "mine",
          "yours",
          "yourself",
          "myself",
          "himself",
          "herself",
          "itself",
          "themselves");
  private static final Set<String> SOMEBODY =
      Set.of("everyone", "everybody", "someone", "somebody", "anyone", "anybody");
  private static final Set<String> CALLED =
      Set.of("mom", "mum", "dad", "mommy", "daddy", "grandma", "grandpa", "granny");
  private static final Set<String> WAYS =
      Set.of(
          "here",
          "there",
          "home",
          "left",
          "right",
          "forward",
          "forwards",
          "backward",
          "backwards",
          "upstairs",
          "downstairs",
          "straight",
          "ahead",
          "back",
          "around",
          "outside",
          "inside",
          "away",
          "up",
          "down",
          "over",
          "upward",
          "upwards",
          "downward",
          "downwards",
          "clockwise",
          "counterclockwise",
          "sideways",
          "closer",
          "nearer",
          "further",
          "farther",
          "out",
          "in",
          "off",
          "straight ahead");
  private static final Set<String> ARTICLES = Set.of("the", "a", "an", "some", "any");
  private static final Set<String> OWNERS =
      Set.of("my", "your", "his", "her", "its", "our", "their", "this", "that", "these", "those");
  private static final Set<String> NUMBERS =
      Set.of(
          "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve", "fifteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty",
          "ninety", "hundred");
  private static final Set<String> PLURALS =
      Set.of("people", "children", "men", "women", "feet", "teeth", "mice", "guys", "stuff");

  /** One space between words, none around them, and no marks. */
  static String clean(String words) {
    return words
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}'() -]+", " ")
        .strip()
        .replaceAll("\\s+", " ");
  }

  static boolean isNumber(String word) {
    return NUMBERS.contains(word) || word.matches("[0-9]+");
  }

  /** Whether it stands for something without naming it. */
  boolean points() {
    return POINTING.contains(clean(text)) || SOMEBODY.contains(clean(text));
  }

  boolean isSomebody() {
    return SOMEBODY.contains(clean(text)) || isCalled();
  }

  /** "left", "upstairs": goes without preposition. */
  boolean isWay() {
    return WAYS.contains(clean(text));
  }

  boolean isPlural() {
    String plain = clean(text);
    String first = plain.replaceFirst(" of .*", "");
    String head = first.substring(first.lastIndexOf(' ') + 1);
    return plain.contains(" and ")
        || PLURALS.contains(head)
        || (head.endsWith("s") && !head.endsWith("ss") && !head.endsWith("us"));
  }

  /** The same thing, named a moment ago. */
  SpokenNoun again() {
    boolean many =
        isPlural() || (!count.isEmpty() && !count.equals("one") && !count.equals("each"));
    return points() || isSomebody() ? this : new SpokenNoun(many ? "them" : "it", "", "");
  }

  String words() {
    String plain = clean(text);
    if (points() || isCalled() || isWay()) {
      return addressed(plain);
    }
    List<String> all = new ArrayList<>();
    boolean first = true;
    for (String part : plain.split(" and ")) {
      String kind = owner().equals("a") || owner().equals("an") ? "a" : "";
      all.add(first ? phrase(part, owner(), number()) : phrase(part, kind, ""));
      first = false;
    }
    return String.join(" and ", all);
  }

  private String owner() {
    String said = clean(determiner);
    return said.equals("any") ? "" : said;
  }

  private String number() {
    return clean(count);
  }

  private static String phrase(String part, String owner, String number) {
    String noun = part.strip();
    String article = owner;
    int space = noun.indexOf(' ');
    if (space > 0) {
      String lead = noun.substring(0, space);
      if (ARTICLES.contains(lead) || OWNERS.contains(lead)) {
        article = owner.isEmpty() && !lead.equals("the") ? lead : owner;
        noun = noun.substring(space + 1);
        return phrase(noun, article, number);
      }
    }
    String named = addressed(noun);
    if ((article.isEmpty() && number.isEmpty() && isBare(noun)) || noun.startsWith("another ")) {
      return named;
    }
    boolean some = article.equals("a") || article.equals("an") || article.equals("some");
    String ownerSaid = article.isEmpty() ? "the" : some ? article : addressed(article);
    return switch (number) {
      case "" -> (some && !article.equals("some") ? indefinite(noun) : ownerSaid) + " " + named;
      case "all", "half" -> number + " " + (some ? "the" : ownerSaid) + " " + named;
      case "each", "every", "several", "many", "enough", "both", "one" -> number + " " + named;
      case "few" -> (article.isEmpty() ? "a" : ownerSaid) + " few " + named;
      case "couple" -> "a couple of " + named;
      default -> (article.isEmpty() || some ? "" : ownerSaid + " ") + number + " " + named;
    };
  }

  private static String indefinite(String noun) {
    return "aeiou".indexOf(noun.charAt(0)) >= 0 ? "an" : "a";
  }

  /** A name, or a room with its number. */
  private static boolean isBare(String noun) {
    String last = noun.substring(noun.lastIndexOf(' ') + 1);
    String first = noun.substring(0, noun.indexOf(' ') < 0 ? noun.length() : noun.indexOf(' '));
    return Names.isName(noun)
        || CALLED.contains(noun)
        || POINTING.contains(noun)
        || SOMEBODY.contains(noun)
        || first.endsWith("'s")
        || first.equals("another")
        || isNumber(last);
  }

  private boolean isCalled() {
    String plain = clean(text);
    return determiner.isEmpty() && (Names.isName(plain) || CALLED.contains(plain));
  }

  /** From the listener's side, with names as they are written. */
  private static String addressed(String words) {
    List<String> said = new ArrayList<>();
    for (String word : words.split(" ")) {
      String stem = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
      String turned =
          switch (word) {
            case "me", "us", "i", "we" -> "you";
            case "my", "our" -> "your";
            case "mine", "ours" -> "yours";
            case "myself", "ourselves" -> "yourself";
            case "your" -> "my";
            case "yours" -> "mine";
            case "yourself" -> "myself";
            case "tv", "dvd", "cd", "pc" -> word.toUpperCase(Locale.ROOT);
            default ->
                Names.isName(stem) || CALLED.contains(stem)
                    ? Character.toUpperCase(word.charAt(0)) + word.substring(1)
                    : word;
          };
      said.add(turned);
    }
    return String.join(" ", said);
  }
}
