package dev.creature.actors.intent.ladder;

import dev.creature.actors.task.PhysicalTask;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what is said to "shall I pour the milk?" and to what is already under way. Pure. */
final class Answers {
  private static final Set<String> YES =
      Set.of(
          "yes",
          "yeah",
          "yep",
          "sure",
          "okay",
          "ok",
          "please",
          "do",
          "right",
          "correct",
          "go",
          "absolutely",
          "definitely");
  private static final Set<String> NO =
      Set.of("no", "nope", "not", "don't", "never", "cancel", "stop", "wait");
  private static final Pattern TAKES_BACK =
      Pattern.compile(
          "(?:(?:oh|no|ok|okay|wait|please|actually|sorry|well|hey|robot)\\s+)*(?:never\\s?mind|forget (?:it|that|about it)|cancel(?: that| it| everything)?|stop (?:that|it)|leave it|skip (?:it|that)|don't do (?:that|it)|scratch that|i changed my mind)(?: please)?");

  private static final Pattern BARE_YES =
      Pattern.compile(
          "(?:(?:oh|well|um|uh)\\s+)*(?:yes|yeah|yep|yup|sure|okay|ok|absolutely|definitely|of course"
              + "|please do|do it|go ahead|correct|that's right)"
              + "(?: (?:yes|please|do|do it|do that|go ahead|sure|thanks|thank you|i am sure|i'm sure"
              + "|of course|it's fine))*");

  /** What an answer says. */
  enum Answer {
    YES,
    NO,
    /** Something else, or a yes that does not say to what. */
    UNCLEAR
  }

  private Answers() {}

  /** A yes counts when it names the deed: "yes, pour it", "do it, pour the milk". */
  static Answer to(PhysicalTask task, String text) {
    List<String> words = List.of(plain(text).split(" "));
    if (words.stream().anyMatch(NO::contains)) {
      return Answer.NO;
    }
    String verb = task.verb().split(" ", 2)[0];
    boolean names =
        words.contains(verb)
            || task.object()
                .map(object -> object.substring(object.lastIndexOf(' ') + 1))
                .filter(words::contains)
                .isPresent();
    return names && YES.contains(words.getFirst()) ? Answer.YES : Answer.UNCLEAR;
  }

  /** Whether the words say yes, and no more: "yes, please". */
  static boolean bareYes(String text) {
    return BARE_YES.matcher(plain(text)).matches();
  }

  /** Whether the words take back what is under way: "never mind", "stop that". */
  static boolean takesBack(String text) {
    return TAKES_BACK.matcher(plain(text)).matches();
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replace('’', '\'')
        .replaceAll("[^\\p{L}\\p{N}' ]+", " ")
        .strip()
        .replaceAll("\\s+", " ");
  }
}
