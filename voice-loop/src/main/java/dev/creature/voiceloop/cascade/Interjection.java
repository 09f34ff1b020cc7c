package dev.creature.voiceloop.cascade;

import dev.creature.voiceloop.turntaking.Utterance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What words that the user says while the creature speaks are meant to do. English only. */
enum Interjection {
  /** No word was understood. */
  NONE,
  /** "Mm-hm", "yeah", "right": go on. */
  BACKCHANNEL,
  /** "Stop", "wait", "no": be silent at once. */
  STOP,
  /** Anything else: the user wants to speak. */
  CONTENT;

  private static final Set<String> CONTINUERS =
      set(
          "mm hm hmm mhm mmhm mm-hm mm-hmm mhmm uh-huh uhuh uh huh ah oh aha yeah yes yep yup right"
              + " ok okay sure righto cool nice wow great really good exactly true i see haha ha hah alright"
              + " all fine mmm um er indeed sir ma'am madam");

  private static final Set<String> STOPS =
      set("stop wait no nope hold hang halt quiet enough shush silence pause sorry but excuse");

  /** Those that nobody says to somebody else in the room while a third one speaks. */
  private static final Set<String> ORDERS = set("stop wait quiet enough shush silence");

  /** Short words that are said to be answered. */
  private static final Set<String> CALLS =
      set(
          "what why who where when how which hello hey please help next skip cancel again louder"
              + " softer slower faster later more less thanks bye goodbye listen sorry");

  /** A hum through closed lips, as a recogniser spells it: "Mum.", "Muh", "Hum". */
  private static final Pattern HUM = Pattern.compile("(?=.*m)[mhua'-]+");

  /** Most that a listener says to keep the speaker going. */
  private static final int LONGEST_BACKCHANNEL_WORDS = 4;

  /** Judges what was understood so far. */
  static Interjection of(String text) {
    List<String> words = words(text);
    if (words.isEmpty()) {
      return NONE;
    }
    if (words.stream().limit(2).anyMatch(STOPS::contains)) {
      return STOP;
    }
    return words.size() <= LONGEST_BACKCHANNEL_WORDS
            && words.stream().allMatch(Interjection::encourages)
        ? BACKCHANNEL
        : CONTENT;
  }

  /** Whether it orders silence, from however far away. */
  static boolean orders(String text) {
    return words(text).stream().limit(2).anyMatch(ORDERS::contains);
  }

  /**
   * Whether it may be what a recogniser makes of "uh-huh" ("As high.", "Oh, han."), a word or two
   * that neither ask nor command nor call, or of "I see" as it fades ("I see it."). Of a short
   * sound that is likelier than a remark.
   */
  static boolean mayBeHummed(String text) {
    List<String> words = words(text);
    return (words.size() <= 2 || mayBeEncouragement(text))
        && words.stream().noneMatch(CALLS::contains)
        && switch (Utterance.kind(text)) {
          case QUESTION, REQUEST, GOING, CHAIN -> false;
          case STATEMENT, SHORT_ANSWER, INCOMPLETE, NOTHING -> true;
        };
  }

  /**
   * Whether it may be no more than "yes" or "I see": the last of two or three words may have been
   * guessed while the others, which encourage, faded.
   */
  static boolean mayBeEncouragement(String text) {
    List<String> words = words(text);
    return (words.size() == 2 || words.size() == 3)
        && words.subList(0, words.size() - 1).stream().allMatch(Interjection::encourages);
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z'-]+"))
        .map(word -> word.replaceAll("^[-']+|[-']+$", ""))
        .filter(word -> !word.isEmpty())
        .collect(ArrayList::new, Interjection::addUnlessRepeated, List::addAll);
  }

  private static boolean encourages(String word) {
    return CONTINUERS.contains(word) || HUM.matcher(word).matches();
  }

  /** "Sure. Sure. Sure." is what a recogniser makes of one, when little else is there. */
  private static void addUnlessRepeated(List<String> words, String word) {
    if (words.isEmpty() || !words.getLast().equals(word)) {
      words.add(word);
    }
  }

  private static Set<String> set(String list) {
    return Set.copyOf(new HashSet<>(Arrays.asList(list.split(" "))));
  }
}
