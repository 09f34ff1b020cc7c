package dev.creature.reasoning.errand;

import dev.creature.actors.intent.Reading;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Knows words that ask for a state of the house rather than for one deed. Pure. */
public final class Goals {
  private static final String POLITE =
      "(?:(?:please|hey|okay|ok|so|now|then|robot|creature|just|kindly|could you|can you|would you"
          + "|will you|i want you to|i'd like you to|i would like you to|i need you to"
          + "|go ahead and|go and)\\s+)*";

  /** What the household planner has recipes for, and a model does better. */
  private static final List<Pattern> KNOWN =
      patterns(
          "(?:set|lay|prepare) (?:the|a|our) (?:\\w+ )?table\\b.*",
          "(?:tidy|clean|clear|straighten|pick)(?: up)? (?:the |my |our )?(?:\\w+ )?"
              + "(?:room|kitchen|bedroom|hall|hallway|study|bathroom|apartment|flat|house|home|place)"
              + "(?: up)?",
          "(?:tidy|clean|straighten) (?:up|everything)(?: here| in here| a bit)?",
          "put (?:everything|all (?:the )?things) away",
          "(?:find out|check|see|look|tell me|figure out) (?:whether|if) (?:there|we|you|i)\\b.*");

  private static final Pattern SPILLED =
      Pattern.compile(
          "(?:oh no |oops |oh |ah )*(?:i|we) (?:have |just |'ve )*(?:spilled|spilt)\\b.*");

  /** What only a model may make something of. */
  private static final List<Pattern> OPEN =
      patterns(
          "(?:get|make|have) .+ ready\\b.*",
          "prepare .+",
          "make sure .+",
          "take care of .+",
          "help me (?:with|to|find|get|clean|tidy|set|cook|pack|prepare)\\b.*",
          "find out .+",
          "(?:sort|organi[sz]e|arrange|gather|collect) .+",
          "look up .+",
          // What somebody is about to do, with a thing or at a place: it may be brought, or lit.
          "(?:i|we) (?:want|need|would like|are going|am going) to (?:eat|drink|read|write|cook|bake"
              + "|have|wash|watch|work|sleep|rest|take|play) .*\\b(?:a|an|the|my|our|some|in|at|on)\\b.+",
          "(?:i'd|we'd|i'm going|we're going) (?:like )?to (?:eat|drink|read|write|cook|bake|have|wash"
              + "|watch|work|sleep|rest|take|play) .*\\b(?:a|an|the|my|our|some|in|at|on)\\b.+");

  private static final Pattern CORRECTS =
      Pattern.compile(
          "(?:no|wait|actually|sorry|i mean|i meant|make (?:it|that)|rather|instead|not)\\b.*"
              + "|.*\\b(?:instead|rather)");

  private Goals() {}

  /**
   * Whether these words are for the reasoner.
   *
   * @param reading what the grammar makes of them
   * @param model whether a language model plans: it may try more than the recipes know
   */
  public static boolean asks(Reading reading, boolean model) {
    if (reading.stop() || reading.tasks().size() > 1) {
      return false;
    }
    String text = plain(reading.text());
    boolean known =
        KNOWN.stream().anyMatch(it -> it.matcher(text).matches())
            || SPILLED.matcher(text).matches();
    return known
        || (model
            && reading.tasks().isEmpty()
            && OPEN.stream().anyMatch(it -> it.matcher(text).matches()));
  }

  /** Whether these words, while an errand is under way, say it otherwise. */
  public static boolean corrects(Reading reading) {
    return !reading.stop()
        && reading.tasks().isEmpty()
        && CORRECTS.matcher(plain(reading.text())).matches();
  }

  /**
   * Whether one request is the other said anew: "set the table for two", "set the table for six".
   */
  public static boolean alike(String one, String other) {
    return head(one).equals(head(other));
  }

  private static String head(String text) {
    String bare = plain(text).replaceFirst("^" + POLITE, "").replaceFirst("^no ", "");
    return String.join(" ", List.of(bare.split(" ")).stream().limit(3).toList());
  }

  /** In lower case without marks. */
  static String plain(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replace('’', '\'')
        .replaceAll("[^\\p{L}\\p{N}' ]+", " ")
        .replaceAll("\\s+", " ")
        .replaceAll("\\b(please|for me|thank you|thanks)$", "")
        .strip();
  }

  private static List<Pattern> patterns(String... forms) {
    return List.of(forms).stream()
        .map(form -> Pattern.compile(POLITE + "(?:" + form + ")"))
        .toList();
  }
}
