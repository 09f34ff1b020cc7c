package dev.creature.voiceloop.turntaking;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads from the recognised words alone whether they can be all that the user wants to say. English
 * only. A pure function; punctuation is the recogniser's own guess and only a hint.
 */
public final class Utterance {
  private static final Set<String> QUESTION_WORDS =
      words("what who whom whose where when why how which what's who's where's how's when's");
  private static final Set<String> AUXILIARIES =
      words(
          "is are am was were do does did have has had can could will would should shall may might"
              + " isn't aren't don't doesn't didn't haven't hasn't can't couldn't won't wouldn't");
  private static final Set<String> SUBJECTS =
      words("i you he she it we they there this that these those the a an my your");
  private static final Set<String> GOING =
      words("go head move drive walk come run return navigate");
  private static final Set<String> ACTING =
      words(
          "take get grab pick bring put place give hand find look search open close push pull turn"
              + " switch pour wipe clean wash fetch carry deliver follow guide tell say ask answer"
              + " stop wave point nod show start play set make move drop lift hold help count meet"
              + " greet introduce escort lead locate retrieve serve throw remove empty fill press"
              + " check check cook heat slice cut describe jump dance sing read write call wake"
              + " leave enter navigate go head come walk drive return plug unplug let wait");
  private static final Set<String> SHORT_ANSWERS =
      words(
          "yes no yeah yep nope okay ok sure thanks hello hi hey bye goodbye right fine correct"
              + " please maybe thank you good great never mind alright all no. cool");

  /** No sentence ends with one of these, unless it is a question or a verb's particle. */
  private static final Set<String> NEVER_LAST =
      words(
          "a an the my your his its our their and or but because if when while that which who whose"
              + " of from with into onto to at by for than as is are was were am be been has have"
              + " i'm you're he's she's it's we're they're i'll i'd i've the some any every each um"
              + " uh er hmm like very so then also just please's can could would will shall should"
              + " there's what's where's let's gonna wanna i he she we they if whether until"
              + " between under behind near next");

  /** These may end a question or a request: "what is it for", "turn it on". */
  private static final Set<String> PARTICLES =
      words("to for from with at of by on in off up down over like about into");

  /** A verb that wants an object, alone at the end. */
  private static final Set<String> WANT_OBJECT =
      words(
          "take get grab bring put place give hand find pick fetch carry deliver open close tell");

  private Utterance() {}

  /** What the words amount to. */
  public static UtteranceKind kind(String text) {
    String trimmed = text.strip();
    List<String> words = split(trimmed);
    if (words.isEmpty()) {
      return UtteranceKind.NOTHING;
    }
    if (words.size() <= 3
        && words.stream().map(Utterance::bare).allMatch(SHORT_ANSWERS::contains)) {
      return UtteranceKind.SHORT_ANSWER;
    }
    List<String> last = split(lastSentence(trimmed));
    List<String> sentence = last.isEmpty() ? words : last;
    boolean request = isRequest(sentence);
    boolean question = !request && isQuestion(sentence, trimmed);
    if (endsOpen(trimmed, words.getLast(), question || request)) {
      return UtteranceKind.INCOMPLETE;
    }
    if (question) {
      return UtteranceKind.QUESTION;
    }
    if (request) {
      return requestKind(words, sentence);
    }
    return UtteranceKind.STATEMENT;
  }

  private static UtteranceKind requestKind(List<String> all, List<String> sentence) {
    int acts = clauses(all);
    if (acts >= 2 && !isOnlyGoing(lastClause(sentence))) {
      return UtteranceKind.CHAIN;
    }
    return isOnlyGoing(sentence) ? UtteranceKind.GOING : UtteranceKind.REQUEST;
  }

  /** How many clauses begin with a verb that asks for something. */
  private static int clauses(List<String> words) {
    int count = 0;
    boolean opens = true;
    for (String word : words) {
      String bare = bare(word);
      if (opens && ACTING.contains(bare)) {
        count++;
        opens = false;
      } else {
        opens = OPENERS.contains(bare) || (opens && POLITE.contains(bare));
      }
      opens |= endsClause(word);
    }
    return count;
  }

  private static final Set<String> OPENERS = words("and then to please");
  private static final Set<String> POLITE =
      words("please can could would will you now robot okay also just kindly");

  private static List<String> lastClause(List<String> words) {
    int from = 0;
    for (int i = 1; i < words.size(); i++) {
      if (ACTING.contains(bare(words.get(i)))
          && (OPENERS.contains(bare(words.get(i - 1))) || endsClause(words.get(i - 1)))) {
        from = i;
      }
    }
    return words.subList(from, words.size());
  }

  private static boolean isOnlyGoing(List<String> words) {
    List<String> core =
        words.stream().map(Utterance::bare).filter(w -> !POLITE.contains(w)).toList();
    return !core.isEmpty()
        && GOING.contains(core.getFirst())
        && core.stream().skip(1).noneMatch(word -> ACTING.contains(word) && !GOING.contains(word));
  }

  private static boolean isRequest(List<String> sentence) {
    int first = 0;
    while (first < sentence.size() && POLITE.contains(bare(sentence.get(first)))) {
      first++;
    }
    if (first >= sentence.size()) {
      return false;
    }
    String word = bare(sentence.get(first));
    boolean imperative = first == 0 || SUBJECT_OF_REQUEST.contains(bare(sentence.get(first - 1)));
    return (imperative && ACTING.contains(word)) || asksToAct(sentence) || asksForThing(sentence);
  }

  private static final Set<String> SUBJECT_OF_REQUEST =
      words("please you now robot okay also just kindly");

  private static final Pattern ORDER =
      Pattern.compile(
          "^(?:(?:please|so|and|okay|hello|hi|yes|well),? )*"
              + "(?:(?:can|could|may|might) (?:i|we) (?:please )?(?:have|get|order|take|borrow|buy)"
              + "|(?:i|we)(?:'d| would) (?:really )?(?:like|love)"
              + "|(?:i|we)(?:'ll| will) (?:have|take)"
              + "|(?:i|we) (?:want|need)) (?!to\\b)\\w");

  /** "I want you to …", "I need you to …". */
  private static boolean asksToAct(List<String> sentence) {
    String text = String.join(" ", sentence).toLowerCase(Locale.ROOT);
    return text.contains("want you to ") || text.contains("need you to ");
  }

  /**
   * "Can I have …", "I'd like …": an order, which grows by a "with …" as requests do, though it
   * sounds like a question or a statement.
   */
  private static boolean asksForThing(List<String> sentence) {
    return ORDER.matcher(String.join(" ", sentence)).find();
  }

  private static boolean isQuestion(List<String> sentence, String text) {
    if (text.endsWith("?")) {
      return true;
    }
    int first = LEADS.contains(bare(sentence.getFirst())) && sentence.size() > 2 ? 1 : 0;
    String word = bare(sentence.get(first));
    if (QUESTION_WORDS.contains(word)) {
      return sentence.size() > first + 2;
    }
    return AUXILIARIES.contains(word)
        && sentence.size() > first + 2
        && SUBJECTS.contains(bare(sentence.get(first + 1)));
  }

  private static final Set<String> LEADS = words("and but so well okay hey robot computer");

  private static boolean endsOpen(String text, String lastWord, boolean mayEndInParticle) {
    if (text.endsWith("-") || text.endsWith("…") || text.endsWith("...") || text.endsWith(",")) {
      return true;
    }
    String last = bare(lastWord);
    if (PARTICLES.contains(last) && mayEndInParticle) {
      return last.equals("to") || last.equals("from") || last.equals("into");
    }
    return NEVER_LAST.contains(last) || WANT_OBJECT.contains(last);
  }

  private static String lastSentence(String text) {
    String body = text.replaceAll("[.!?]+$", "");
    int at =
        Math.max(body.lastIndexOf(". "), Math.max(body.lastIndexOf("? "), body.lastIndexOf("! ")));
    return at < 0 ? text : text.substring(at + 2);
  }

  private static boolean endsClause(String word) {
    return !word.isEmpty() && ",.;!?".indexOf(word.charAt(word.length() - 1)) >= 0;
  }

  private static List<String> split(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+"))
        .filter(word -> !bare(word).isEmpty())
        .toList();
  }

  private static String bare(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9']", "");
  }

  private static Set<String> words(String list) {
    return Set.copyOf(new java.util.HashSet<>(Arrays.asList(list.split(" "))));
  }
}
