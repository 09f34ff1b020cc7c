package dev.creature.reasoning.memory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of a user's words is for the memory. Pure. */
public sealed interface Told {
  /**
   * To be kept.
   *
   * @param asked whether the user asked for that, and did not only tell it
   */
  record Keep(String about, String words, boolean asked) implements Told {}

  /** To be forgotten: what was told about this. */
  record Forget(String about) implements Told {}

  /** To be forgotten: everything. */
  record ForgetAll() implements Told {}

  /** To be said again: what was told about this. */
  record Recall(String about) implements Told {}

  /** Nothing for the memory in these words; empty then. */
  static Optional<Told> in(String userText) {
    return Reader.read(userText);
  }

  /** What words are about: the weighty ones of them, at most eight. */
  static String about(String words) {
    return Reader.about(words);
  }

  /** The patterns. */
  final class Reader {
    private static final String POLITE = "(?:please |okay |ok |hey |so |and |by the way |oh )*";
    private static final Pattern FORGET_ALL =
        Pattern.compile(
            POLITE
                + "forget (?:everything|all)(?: (?:that )?(?:i|we)(?: have|'ve)? (?:ever )?told you)?");
    private static final Pattern FORGET =
        Pattern.compile(
            POLITE
                + "forget (?:what (?:i|we)(?: have|'ve)? (?:said|told you) about|(?:everything )?about"
                + "|that) (.+)");
    private static final Pattern RECALL =
        Pattern.compile(
            POLITE
                + "(?:what did (?:i|we) (?:tell you|say) about|what do you (?:know|remember) about"
                + "|do you (?:know|remember) where|(?:do you )?remember where|where(?: is|'s| are| did i put)"
                + "|where do (?:i|we) keep)"
                + " ((?:my|our|[a-z]+'s) [a-z' ]+?)(?: is| are| were)?");
    private static final Pattern REMEMBER =
        Pattern.compile(
            POLITE
                + "(?:(?:can|could|will|would) you )?(?:remember|don't forget|note|keep in mind)(?: that|:)? (.+)");

    /** "My keys are in the bowl", "Anna's room is the small bedroom", "the tools belong in …". */
    private static final Pattern POSSESSED =
        Pattern.compile(
            POLITE
                + "((?:my|our|[a-z]+'s) [a-z' -]{2,40}?|the [a-z' -]{2,40}?)"
                + " (?:is|are|is kept|are kept|lives?|belongs?|goes|go|stands?) (.+)");

    /** "I take my coffee without sugar", "I'm allergic to nuts". */
    private static final Pattern HABIT =
        Pattern.compile(
            POLITE
                + "(?:i|we) (?:(?:always|usually|never|only|really) )*"
                + "(?:take|like|love|prefer|hate|drink|eat|keep|(?:don't|do not|can't|cannot) (?:like|eat|drink|take|stand))"
                + " (.+)|(?:i'm|i am) (?:allergic to|left-handed|right-handed|vegetarian|vegan)(.*)");

    /** What holds today and is no fact of the house. */
    private static final Pattern PASSING =
        Pattern.compile(
            ".*\\b(?:now|today|tonight|right now|at the moment|this morning|yesterday|tomorrow|going to"
                + "|gonna|please|why|what|who|how|when|where)\\b.*");

    /** Where something has its place: only that is kept unasked of things that are not his own. */
    private static final Pattern PLACE =
        Pattern.compile(
            "(?:always |usually )?(?:kept |stored )?(?:in|on|under|behind|beside|next to|by|at|inside|above|below) .+");

    private static final List<String> SMALL =
        List.of(
            "my", "our", "the", "a", "an", "i", "we", "you", "me", "is", "are", "in", "on", "at",
            "to", "of", "with", "without", "and", "that", "this", "it", "for", "always", "usually",
            "never", "i'm", "i've", "am");

    private Reader() {}

    static Optional<Told> read(String userText) {
      String plain = plain(userText);
      if (userText.contains("?")) {
        return recall(plain);
      }
      if (FORGET_ALL.matcher(plain).matches()) {
        return Optional.of(new ForgetAll());
      }
      Matcher forget = FORGET.matcher(plain);
      if (forget.matches()) {
        String about = about(subject(forget.group(1)));
        return about.isEmpty() ? Optional.empty() : Optional.of(new Forget(about));
      }
      Optional<Told> recall = recall(plain);
      if (recall.isPresent()) {
        return recall;
      }
      Matcher remember = REMEMBER.matcher(plain);
      if (remember.matches()) {
        // "Remember to …" is an errand for later, and no fact.
        return remember.group(1).startsWith("to ")
            ? Optional.empty()
            : keep(remember.group(1), true);
      }
      return tells(plain) ? keep(plain.replaceFirst("^" + POLITE, ""), false) : Optional.empty();
    }

    private static Optional<Told> recall(String plain) {
      Matcher recall = RECALL.matcher(plain);
      return recall.matches() ? Optional.of(new Recall(about(recall.group(1)))) : Optional.empty();
    }

    private static boolean tells(String plain) {
      if (PASSING.matcher(plain).matches()) {
        return false;
      }
      Matcher possessed = POSSESSED.matcher(plain);
      if (possessed.matches()) {
        String owner = possessed.group(1);
        boolean own = !owner.startsWith("the ");
        return PLACE.matcher(possessed.group(2)).matches()
            ? own || plain.matches(".*\\b(?:belongs?|kept|always|lives?|goes|go)\\b.*")
            : own
                && possessed.group(2).matches("(?:the|called|[a-z]+) ?.*")
                && owner.matches(
                    "(?:my|our|[a-z]+'s) (?:\\w+ )?(?:room|bed|cup|mug|chair|place|name|birthday|favou?rite .+)");
      }
      return HABIT.matcher(plain).matches();
    }

    private static Optional<Told> keep(String words, boolean asked) {
      String about = about(subject(words));
      return about.isEmpty() || words.length() > Fact.MOST_CHARACTERS
          ? Optional.empty()
          : Optional.of(new Keep(about, words, asked));
    }

    /** What a sentence is about. */
    private static String subject(String words) {
      Matcher possessed = POSSESSED.matcher(words);
      if (possessed.matches()) {
        return possessed.group(1);
      }
      Matcher habit = HABIT.matcher(words);
      if (habit.matches()) {
        Optional<String> object = Optional.ofNullable(habit.group(1));
        return object.orElse(words)
            .split(" (?:with|without|in|on|at|before|after|for|when|and|but|than) ")[0];
      }
      return words;
    }

    /** The weighty words of it, each as one of several. */
    static String about(String words) {
      return weighty(words).limit(8).collect(Collectors.joining(" "));
    }

    static Stream<String> weighty(String words) {
      return Arrays.stream(plain(words).split(" "))
          .filter(word -> !SMALL.contains(word) && !word.isBlank())
          .map(Reader::stem);
    }

    static String stem(String word) {
      return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("'s")
          ? word.substring(0, word.length() - 1)
          : word;
    }

    static String plain(String text) {
      return text.toLowerCase(Locale.ROOT)
          .replace('’', '\'')
          .replaceAll("[^\\p{L}\\p{N}' -]+", " ")
          .replaceAll("\\s+", " ")
          .replaceAll("\\b(?:please|for me|thank you|thanks)$", "")
          .strip();
    }
  }
}
