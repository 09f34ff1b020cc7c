package dev.creature.voiceloop.cascade;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
              + " ok okay sure cool nice wow great really good exactly true i see haha ha hah alright"
              + " all fine mmm um er indeed");

  private static final Set<String> STOPS =
      set("stop wait no nope hold hang halt quiet enough shush silence pause sorry but excuse");

  /** Most that a listener says to keep the speaker going. */
  private static final int LONGEST_BACKCHANNEL_WORDS = 4;

  /** Judges what was understood so far. */
  static Interjection of(String text) {
    List<String> words =
        Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z'-]+"))
            .map(word -> word.replaceAll("^[-']+|[-']+$", ""))
            .filter(word -> !word.isEmpty())
            .toList();
    if (words.isEmpty()) {
      return NONE;
    }
    if (words.stream().limit(2).anyMatch(STOPS::contains)) {
      return STOP;
    }
    return words.size() <= LONGEST_BACKCHANNEL_WORDS && CONTINUERS.containsAll(words)
        ? BACKCHANNEL
        : CONTENT;
  }

  private static Set<String> set(String list) {
    return Set.copyOf(new HashSet<>(Arrays.asList(list.split(" "))));
  }
}
