package dev.creature.voiceloop.brain;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the creature never says, whatever the model writes. */
final class Unfit {
  private static final String DEED =
      "(set|added|turned|sent|booked|ordered|scheduled|called|played|started|opened|closed|put"
          + "|brought|made you|found your|found the|checked|looked up|searched|updated|changed"
          + "|deleted|removed|saved|created|moved|cleaned|picked|fixed|paid|transferred|reserved"
          + "|reported|cancell?ed|switched|placed|completed|finished|activated|enabled|disabled"
          + "|adjusted|arranged|submitted|confirmed|got your|noted|rolled|flipped)";
  private static final String ERRAND =
      "(send|call|e-?mail|book|order|schedule|remind|transfer|pay|set|add|search|look (that |it )?up"
          + "|check|find|turn|open|close|switch|reserve|cancel|delete|update|arrange|connect)";

  private static final List<Pattern> PATTERNS =
      List.of(
          // The assistant behind the creature.
          Pattern.compile(
              "\\bas an? (ai|a\\.i|artificial|language|large|virtual|digital|computer|machine"
                  + "|assistant|chatbot|text|conversational|helpful|bot)\\b"),
          Pattern.compile(
              "\\b(an ai|language model|ai model|ai assistant|ai language|virtual assistant|digital"
                  + " assistant|artificial intelligence|chatbot|large language|openai|chatgpt|gpt"
                  + "|hugging ?face|smollm|my training|training data|trained on|trained by"
                  + "|programmed to|my programming|programmers|text-based|knowledge cutoff"
                  + "|customer service|customer support|computer program|my persona|system prompt"
                  + "|my instructions|few-shot)\\b"),
          Pattern.compile(
              "\\bi('m| am) (just |only )?(an? )?(ai|a\\.i|assistant|bot|program|software)\\b"),
          // What cannot be spoken.
          Pattern.compile("https?:|www\\.|\\.(com|org|net)\\b|\\w@\\w|\\byour name\\]|[{}=<>]"),
          // Deeds: it cannot act, and a promise is a claim too.
          Pattern.compile(
              "\\bi('ve| have) (just |already |now |also |successfully )?" + DEED + "\\b"),
          Pattern.compile(
              "\\bi (just |already |successfully )?" + DEED + " (the|your|you|it|that|a|an)\\b"),
          Pattern.compile("\\b(has|have) (now |just |already |successfully )?been " + DEED + "\\b"),
          Pattern.compile(
              "\\bi('ll| will|'m going to| am going to) (just |now |also )?" + ERRAND + "\\b"),
          Pattern.compile(
              "\\blet me (just |quickly )?(check|look|search|find|see if|pull|connect)\\b"),
          Pattern.compile("\\b(it's|it is|all|that's) (all )?done\\b|^done\\b"),
          Pattern.compile("\\bi('ll| will) (just |now |also )?do (that|it|so)\\b"),
          Pattern.compile(
              "\\bi('m| am) (now |just )?(turning|moving|giving|closing|opening|bringing|setting"
                  + "|calling|sending|ordering|booking|playing|putting|taking|picking|going to"
                  + " (do|get|make|bring))\\b"),
          Pattern.compile("\\bhow (can|may|could) i (help|assist)\\b|\\bassist you\\b"),
          Pattern.compile(
              "\\bi('m| am) (unable|not able|here) to (provide|assist|access|respond|help you with)"
                  + "|\\bfor (the|any) (confusion|inconvenience)|\\bi don't have the ability\\b"
                  + "|\\bhelp with any other\\b|\\bany other (questions|matters)\\b"),
          // Facts about the user that it cannot know.
          Pattern.compile(
              "\\byour (current |next |last |account |credit |bank |monthly )*(balance|bill|account"
                  + "|salary|income|payment|score|rate|flight|meeting|appointment|order|payday"
                  + "|paycheck|rent|reservation|calendar|apr|limit|insurance|location|phone number)"
                  + "s? (is|are|was|has|will)\\b"),
          // The beginnings of lists and lectures.
          Pattern.compile(
              "\\bhere (is|are) (a|the|some|a few|five|three|ten) (list|steps|ways|tips|examples|ideas)"),
          Pattern.compile("\\bhere's (a|the) (list|step)|\\bstep (1|one)\\b|\\bthe following\\b"));

  /** Beginnings behind which such a thing often stands: waited for before a word is let go. */
  private static final List<Words> OMENS =
      List.of(
          Words.of("as a"),
          Words.of("as an"),
          Words.of("i have"),
          Words.of("i've"),
          Words.of("i just"),
          Words.of("i'm a"),
          Words.of("i'm an"),
          Words.of("i am a"),
          Words.of("i am an"),
          Words.of("your"),
          Words.of("here is"),
          Words.of("here are"),
          Words.of("i'll"),
          Words.of("i will"),
          Words.of("let me"));

  private Unfit() {}

  static boolean holds(String sentence) {
    String text = sentence.toLowerCase(Locale.ROOT);
    return PATTERNS.stream().anyMatch(pattern -> pattern.matcher(text).find());
  }

  static boolean looms(Words begun) {
    return OMENS.stream().anyMatch(omen -> begun.startsWith(omen) || omen.startsWith(begun));
  }
}
