package dev.creature.actors.intent.audit;

import dev.creature.actors.intent.Reading.ReadTask;
import dev.creature.actors.intent.grammar.IntentGrammar;
import dev.creature.actors.task.PhysicalTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds promises without a task and claims of success without a result in what the creature says.
 * Pure; it neither waits nor speaks.
 */
public final class SayDoAuditor {
  private static final Pattern SENTENCE = Pattern.compile("[^.!?;]+[.!?;]?");
  private static final Pattern PROMISE =
      Pattern.compile(
          "\\b(?:i'll|i will|i am going to|i'm going to|i shall|let me|i can)\\s+(?:just |now |quickly |gladly |also |go and |go )*([a-z].*)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CLAIM =
      Pattern.compile(
          "\\bi(?:'ve| have| just| already)?\\s+(?:just |already |now )*([a-z]+)\\b(.*)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ADDRESSED =
      Pattern.compile("\\b(?:you|your|yours|yourself|my)\\b", Pattern.CASE_INSENSITIVE);

  /** Past forms whose base does not follow from their ending. */
  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("put", "put"),
          Map.entry("brought", "bring"),
          Map.entry("took", "take"),
          Map.entry("taken", "take"),
          Map.entry("went", "go"),
          Map.entry("gone", "go"),
          Map.entry("found", "find"),
          Map.entry("gave", "give"),
          Map.entry("given", "give"),
          Map.entry("cut", "cut"),
          Map.entry("shut", "shut"),
          Map.entry("got", "get"),
          Map.entry("swept", "sweep"),
          Map.entry("threw", "throw"),
          Map.entry("thrown", "throw"),
          Map.entry("made", "make"),
          Map.entry("did", "do"),
          Map.entry("held", "hold"),
          Map.entry("hung", "hang"),
          Map.entry("set", "set"),
          Map.entry("left", "leave"));

  private final IntentGrammar grammar;

  public SayDoAuditor(IntentGrammar grammar) {
    this.grammar = grammar;
  }

  /**
   * Audits a reply.
   *
   * @param said the reply, whole
   * @param underway tasks that were taken on: also those that could not be done
   * @param done tasks that ended well
   */
  public List<Finding> audit(String said, List<PhysicalTask> underway, List<PhysicalTask> done) {
    List<Finding> findings = new ArrayList<>();
    List<PhysicalTask> known = new ArrayList<>(done);
    known.addAll(underway);
    Matcher sentences = SENTENCE.matcher(said.replace('’', '\''));
    while (sentences.find()) {
      String sentence = sentences.group().strip();
      if (sentence.isEmpty()
          || sentence.endsWith("?")
          || sentence.contains(" if ")
          || sentence.toLowerCase(Locale.ROOT).startsWith("if ")) {
        continue;
      }
      Matcher promise = PROMISE.matcher(sentence);
      Matcher claim = CLAIM.matcher(sentence);
      if (promise.find()) {
        promised(sentence, promise, known, findings);
      } else if (claim.find()) {
        claimed(sentence, claim, done, findings);
      }
    }
    return findings;
  }

  private void promised(
      String sentence, Matcher promise, List<PhysicalTask> known, List<Finding> findings) {
    boolean mayOnly = promise.group().toLowerCase(Locale.ROOT).startsWith("i can");
    for (ReadTask read : grammar.readOwn(asAsked(promise.group(1)), known).tasks()) {
      boolean kept = known.stream().anyMatch(task -> sameDeed(task, read.task()));
      if (!kept && !mayOnly) {
        findings.add(new Finding.Repair(sentence, read.task()));
      }
    }
  }

  /** "I'll bring you your cup" keeps what was asked as "bring me my cup". */
  private static String asAsked(String promised) {
    return ADDRESSED
        .matcher(promised)
        .replaceAll(word ->
            switch (word.group().toLowerCase(Locale.ROOT)) {
              case "you" -> "me";
              case "your" -> "my";
              case "yours" -> "mine";
              case "yourself" -> "myself";
              default -> "your";
            });
  }

  private void claimed(
      String sentence, Matcher claim, List<PhysicalTask> done, List<Finding> findings) {
    String verb = base(claim.group(1).toLowerCase(Locale.ROOT));
    if (verb.isEmpty() || grammar.readOwn(verb + claim.group(2), done).tasks().isEmpty()) {
      return;
    }
    if (done.stream().noneMatch(task -> head(task).equals(verb) || sameKind(head(task), verb))) {
      findings.add(new Finding.Unfounded(sentence, verb));
    }
  }

  /** The base form of a past form; empty for a word that is none. */
  private static String base(String past) {
    String irregular = IRREGULAR.get(past);
    if (irregular != null) {
      return irregular;
    }
    if (!past.endsWith("ed") || past.length() < 5) {
      return "";
    }
    String stem = past.substring(0, past.length() - 2);
    int last = stem.length() - 1;
    boolean doubled =
        stem.charAt(last) == stem.charAt(last - 1)
            && stem.charAt(last) != 'l'
            && stem.charAt(last) != 's';
    if (doubled) {
      return stem.substring(0, last);
    }
    boolean silent =
        switch (stem) {
          case "mov",
              "clos",
              "plac",
              "slic",
              "wip",
              "rins",
              "rais",
              "releas",
              "remov",
              "retriev",
              "wav",
              "danc",
              "locat",
              "examin",
              "rotat",
              "prepar",
              "serv" ->
              true;
          default -> false;
        };
    return silent ? stem + "e" : stem.endsWith("i") ? stem.substring(0, last) + "y" : stem;
  }

  private static boolean sameDeed(PhysicalTask a, PhysicalTask b) {
    boolean object =
        a.object().isEmpty()
            || b.object().isEmpty()
            || noun(a.object().get()).equals(noun(b.object().get()))
            || noun(a.object().get()).equals(noun(b.arguments().getOrDefault("heard", "")))
            || a.object().filter(SayDoAuditor::isPointing).isPresent()
            || b.object().filter(SayDoAuditor::isPointing).isPresent()
            // What "them" was may be read otherwise from the creature's own words.
            || (a.target().isPresent() && a.target().equals(b.target()));
    return object && (head(a).equals(head(b)) || sameKind(head(a), head(b)));
  }

  /** What it is called, however it is described. */
  private static String noun(String object) {
    String first = object.split(" (?:of|and|or) ", 2)[0];
    return first.substring(first.lastIndexOf(' ') + 1);
  }

  private static boolean isPointing(String object) {
    return object.equals("it")
        || object.equals("this")
        || object.equals("these")
        || object.equals("those")
        || object.equals("that")
        || object.equals("them")
        || object.equals("one");
  }

  private static boolean sameKind(String a, String b) {
    return kind(a).equals(kind(b));
  }

  /** People say "bring" for what was asked as "get". */
  private static String kind(String verb) {
    return switch (verb) {
      case "bring", "fetch", "get", "give", "hand", "deliver", "take", "carry", "grab", "pick" ->
          "bring";
      case "put", "place", "set", "leave", "move" -> "put";
      case "go", "come", "walk", "drive", "head" -> "go";
      case "turn", "switch", "start", "activate" -> "switch";
      case "find", "look", "search", "locate", "seek", "check" -> "find";
      case "clean", "wipe", "wash", "rinse", "sweep", "mop" -> "clean";
      default -> verb;
    };
  }

  private static String head(PhysicalTask task) {
    return task.verb().split(" ", 2)[0];
  }
}
