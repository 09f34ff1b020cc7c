package dev.creature.actors.intent.grammar;

import dev.creature.actors.intent.Names;
import dev.creature.actors.task.Reversibility;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All words that the grammar knows. Immutable; one is enough for a process. */
final class Lexicon {
  private static final List<String> PHYSICAL =
      List.of("room", "place", "item", "food", "device", "person");
  private static final List<String> ABSTRACT_ENDINGS =
      List.of("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ism", "ship", "ology", "acy");

  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("brought", "bring"),
          Map.entry("taken", "take"),
          Map.entry("made", "make"),
          Map.entry("hung", "hang"),
          Map.entry("swept", "sweep"),
          Map.entry("thrown", "throw"),
          Map.entry("fed", "feed"),
          Map.entry("given", "give"),
          Map.entry("found", "find"),
          Map.entry("held", "hold"),
          Map.entry("drawn", "draw"),
          Map.entry("shaken", "shake"),
          Map.entry("ground", "grind"),
          Map.entry("frozen", "freeze"),
          Map.entry("woken", "wake"),
          Map.entry("bent", "bend"),
          Map.entry("built", "build"),
          Map.entry("sewn", "sew"),
          Map.entry("wound", "wind"),
          Map.entry("read", "read"),
          Map.entry("lit", "light"),
          Map.entry("laid", "lay"),
          Map.entry("done", "do"),
          Map.entry("dealt", "deal"),
          Map.entry("put", "put"),
          Map.entry("set", "set"),
          Map.entry("cut", "cut"),
          Map.entry("shut", "shut"),
          Map.entry("took", "take"),
          Map.entry("threw", "throw"),
          Map.entry("gave", "give"),
          Map.entry("got", "get"),
          Map.entry("went", "go"),
          Map.entry("came", "come"),
          Map.entry("did", "do"),
          Map.entry("left", "leave"),
          Map.entry("let", "let"),
          Map.entry("drove", "drive"),
          Map.entry("ran", "run"),
          Map.entry("led", "lead"));

  private final Map<String, Verb> verbs = new HashMap<>();
  private final Set<String> verbHeads = new HashSet<>();
  private final Map<String, String> gerunds = new HashMap<>();
  private final Map<String, String> participles = new HashMap<>(IRREGULAR);
  private final WordLists nouns = WordLists.read("nouns.txt");

  /** All that can be touched, in one set: it is asked for at almost every word. */
  private final Set<String> physical = new HashSet<>();

  /** What is known of words that the grammar does not list itself. */
  private final WordLists wider = WordLists.read("wordnet.txt");

  private final WordLists words = WordLists.read("words.txt");
  private final PhraseBook phrases = PhraseBook.read("phrases.txt");

  private final List<String> common = List.copyOf(words.words("common"));

  private Lexicon() {}

  static Lexicon load() {
    Lexicon lexicon = new Lexicon();
    PHYSICAL.forEach(list -> lexicon.physical.addAll(lexicon.nouns.words(list)));
    for (String line : GrammarFile.lines("verbs.txt")) {
      String[] columns = line.strip().split("\\s{2,}");
      Verb verb =
          new Verb(
              columns[0],
              Frame.valueOf(columns[1].toUpperCase(Locale.ROOT)),
              Verb.Evidence.valueOf(columns[2].toUpperCase(Locale.ROOT)),
              Reversibility.valueOf(columns[3].toUpperCase(Locale.ROOT)));
      lexicon.verbs.put(verb.base(), verb);
      lexicon.verbHeads.add(verb.head());
      String gerund = gerund(verb.head());
      lexicon.gerunds.put(gerund, verb.head());
      lexicon.participles.putIfAbsent(participle(verb.head(), gerund), verb.head());
    }
    return lexicon;
  }

  Optional<Verb> verb(String base) {
    return Optional.ofNullable(verbs.get(base));
  }

  /** Whether a verb of the field begins with this word in its base form. */
  boolean startsVerb(String word) {
    return verbHeads.contains(word);
  }

  /** The base form of "bringing". */
  Optional<String> baseOfGerund(String word) {
    return Optional.ofNullable(gerunds.get(word));
  }

  /** The base form of "washed", "taken" or "took". */
  Optional<String> baseOfPast(String word) {
    return Optional.ofNullable(participles.get(word));
  }

  /** What a household robot is asked for most, in that order. */
  List<String> common() {
    return common;
  }

  /** Whether the small word does this in a sentence; see {@code words.txt}. */
  boolean is(String list, String word) {
    return words.has(list, word);
  }

  PhraseBook phrases() {
    return phrases;
  }

  /** Whether the noun, in singular or plural, is of the class; see {@code nouns.txt}. */
  boolean names(String nounClass, String noun) {
    return nouns.has(nounClass, noun)
        || nouns.has(nounClass, singular(noun))
        || (nounClass.equals("person") && Names.isName(noun));
  }

  /** Whether the noun names something that can be touched, and nothing else. */
  boolean isPhysical(String noun) {
    return isListedPhysical(noun) && !names("abstract", noun);
  }

  /** Whether the noun may name something that can be touched. */
  boolean isListedPhysical(String noun) {
    return physical.contains(noun) || physical.contains(singular(noun)) || Names.isName(noun);
  }

  /** Whether the noun names nothing that can be touched. */
  boolean isAbstract(String noun) {
    if (isListedPhysical(noun)) {
      return false;
    }
    return names("abstract", noun)
        || (noun.length() > 6 && ABSTRACT_ENDINGS.stream().anyMatch(noun::endsWith));
  }

  /** Whether the noun, listed here or not, names something that can be handled. */
  boolean isThing(String noun) {
    return isPhysical(noun) || (!isKnownNoun(noun) && hasWider("thing", noun));
  }

  /** Whether the noun, listed here or not, names nothing that can be handled. */
  boolean isIdea(String noun) {
    return isAbstract(noun) || (!isListedPhysical(noun) && hasWider("idea", noun));
  }

  /**
   * Whether a verb that the grammar does not list is one of touching, moving or changing things.
   */
  boolean isDeed(String verb) {
    return wider.has("deed", verb);
  }

  private boolean hasWider(String list, String noun) {
    return wider.has(list, noun) || wider.has(list, singular(noun));
  }

  boolean isKnownNoun(String noun) {
    return isListedPhysical(noun) || names("abstract", noun);
  }

  /** Whether the word says which one of several it is: "nine", "B", "4c". */
  boolean isLabel(String word) {
    boolean letter = word.length() == 1 && "aio".indexOf(word.charAt(0)) < 0;
    return isNumber(word)
        || letter
        || (word.length() < 5 && !word.isEmpty() && Character.isDigit(word.charAt(0)));
  }

  boolean isNumber(String word) {
    if (word.indexOf('-') > 0) {
      // "two-oh-four"
      return Arrays.stream(word.split("-")).allMatch(part -> part.equals("oh") || isNumber(part));
    }
    return is("number", word) || (word.chars().allMatch(Character::isDigit) && !word.isEmpty());
  }

  private static String singular(String noun) {
    if (noun.endsWith("ies") && noun.length() > 4) {
      return noun.substring(0, noun.length() - 3) + "y";
    }
    if (noun.endsWith("ves") && noun.length() > 4) {
      return noun.substring(0, noun.length() - 3) + "f";
    }
    if (noun.endsWith("es")
        && noun.length() > 4
        && "sxzh".indexOf(noun.charAt(noun.length() - 3)) >= 0) {
      return noun.substring(0, noun.length() - 2);
    }
    return noun.endsWith("s") && noun.length() > 3 ? noun.substring(0, noun.length() - 1) : noun;
  }

  private static String gerund(String base) {
    int last = base.length() - 1;
    if (base.endsWith("ie")) {
      return base.substring(0, last - 1) + "ying";
    }
    if (base.endsWith("e") && !base.endsWith("ee")) {
      return base.substring(0, last) + "ing";
    }
    boolean doubles =
        last >= 2
            && isConsonant(base.charAt(last))
            && "wxy".indexOf(base.charAt(last)) < 0
            && !isConsonant(base.charAt(last - 1))
            && isConsonant(base.charAt(last - 2))
            && base.length() <= 5
            && base.replaceAll("[^aeiou]+", " ").strip().indexOf(' ') < 0;
    return doubles ? base + base.charAt(last) + "ing" : base + "ing";
  }

  /** "turned" as "turning", "emptied" for "empty". */
  private static String participle(String base, String gerund) {
    boolean changes =
        base.endsWith("y") && base.length() > 2 && isConsonant(base.charAt(base.length() - 2));
    return changes
        ? base.substring(0, base.length() - 1) + "ied"
        : gerund.substring(0, gerund.length() - 3) + "ed";
  }

  private static boolean isConsonant(char letter) {
    return "aeiou".indexOf(letter) < 0;
  }
}
