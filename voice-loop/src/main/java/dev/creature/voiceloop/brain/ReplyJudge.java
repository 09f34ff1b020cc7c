package dev.creature.voiceloop.brain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Decides whether a sentence is fit to be said: not in the words of an assistant, not said before,
 * not an example's answer to another question, not the creature's own description, not what the
 * user just said. Not thread-safe.
 */
final class ReplyJudge {
  /** What to do with a sentence. */
  enum Verdict {
    FINE,
    /** It may yet become unfit: wait for the rest. */
    WAIT,
    UNFIT
  }

  /** Shorter ones, such as "Okay." or "Yes, please.", may come again. In words. */
  private static final int SHORTEST_MEMORABLE = 4;

  /** So many words in a row out of the description are a recital. */
  private static final int RECITAL_WORDS = 7;

  /** How far back the creature must not repeat itself, in replies. */
  private static final int REMEMBERED_REPLIES = 6;

  /** So many words make the beginning of a reply, which must not be that of the last few. */
  private static final int BEGINNING_WORDS = 3;

  private static final int REMEMBERED_BEGINNINGS = 3;

  private static final Pattern GRIEF =
      Pattern.compile("(?i)\\b(die[ds]?|dead|death|dying|lost|loss|funeral|passed away|miss)\\b");
  private static final Pattern CONDOLENCE = Pattern.compile("(?i)\\bfor your loss\\b");

  private static final Pattern ONE_WORD_THRICE =
      Pattern.compile("(?i)\\b(?!la\\b|ha\\b)(\\w+) \\1 \\1\\b");

  /** An example less like than this answers something else. */
  private static final double FITTING = 0.25;

  private static final Pattern ASKS_TO_REPEAT =
      Pattern.compile(
          "(?i)\\b(repeat|say (that|it) (again|once more)|again please|pardon|come again"
              + "|what did you (just )?say|didn't (catch|hear|get)|did not (catch|hear))\\b");

  private final Words about;
  private final List<Words> asked;
  private final boolean grief;
  private final Set<Words> beginnings = new HashSet<>();
  private final List<Words> taboo = new ArrayList<>();
  private final List<Words> said = new ArrayList<>();

  /**
   * What a reply is judged by.
   *
   * @param persona with its placeholders filled in
   * @param shown the further examples that the model is shown
   */
  record Material(
      Persona persona, List<ExampleBook.Found> shown, List<Turn> history, String userText) {
    /** The answers that the model sees but that answer something else. */
    private Stream<String> foreignAnswers() {
      List<String> fitting =
          shown.stream()
              .filter(found -> found.likeness() >= FITTING)
              .flatMap(found -> found.example().answers().stream())
              .toList();
      return Stream.concat(
              persona.always().stream(), shown.stream().map(ExampleBook.Found::example))
          .flatMap(example -> example.answers().stream())
          .filter(answer -> !fitting.contains(answer));
    }
  }

  ReplyJudge(Material material) {
    about = Words.of(material.persona().about());
    asked = sentences(material.userText()).toList();
    taboo.addAll(asked);
    material.foreignAnswers().flatMap(ReplyJudge::sentences).forEach(taboo::add);
    List<Turn> history = material.history();
    String userText = material.userText();
    grief = GRIEF.matcher(userText).find();
    if (!ASKS_TO_REPEAT.matcher(userText).find()) {
      history.stream()
          .skip(Math.max(0, history.size() - REMEMBERED_BEGINNINGS))
          .map(turn -> Words.of(turn.creature()).head(BEGINNING_WORDS))
          .filter(head -> head.size() == BEGINNING_WORDS)
          // "The capital of" may come again where the question has it.
          .filter(head -> !Words.of(userText).sharesRun(head, BEGINNING_WORDS))
          .forEach(beginnings::add);
      history.stream()
          .skip(Math.max(0, history.size() - REMEMBERED_REPLIES))
          .flatMap(turn -> sentences(turn.creature()))
          .forEach(taboo::add);
    }
  }

  /**
   * Judges a sentence.
   *
   * @param sentence all of it that there is so far
   * @param complete whether it is at its end
   */
  Verdict judge(String sentence, boolean complete) {
    Words words = Words.of(sentence);
    // A small model imitates itself: after "I'm sorry, I'm not a bank" everything begins so.
    boolean imitates = said.isEmpty() && beginnings.contains(words.head(BEGINNING_WORDS));
    if (imitates || (!grief && CONDOLENCE.matcher(sentence).find())) {
      return Verdict.UNFIT;
    }
    if (Unfit.holds(sentence) || stutters(sentence) || about.sharesRun(words, RECITAL_WORDS)) {
      return Verdict.UNFIT;
    }
    if (!complete) {
      boolean dubious =
          Unfit.looms(words)
              || (words.size() >= 2 && about.sharesRun(words, words.size()))
              || taboo.stream().anyMatch(each -> each.startsWith(words))
              || said.stream().anyMatch(each -> each.startsWith(words));
      return dubious ? Verdict.WAIT : Verdict.FINE;
    }
    boolean repeated =
        said.stream().anyMatch(words::nearly)
            || asked.stream().anyMatch(each -> words.sharesRun(each, each.size()))
            || (words.size() >= SHORTEST_MEMORABLE && taboo.stream().anyMatch(words::nearly));
    return words.size() == 0 || repeated ? Verdict.UNFIT : Verdict.FINE;
  }

  /** Notes a sentence that was let go. */
  void said(String sentence) {
    said.add(Words.of(sentence));
  }

  // "No, no, no" and "I'm sorry, I'm sorry": what a small model does when it is at a loss.
  private static boolean stutters(String sentence) {
    List<Words> clauses =
        Stream.of(sentence.split("[,;:]")).map(Words::of).filter(each -> each.size() > 0).toList();
    return clauses.stream().distinct().count() < clauses.size()
        || ONE_WORD_THRICE.matcher(sentence).find();
  }

  private static Stream<Words> sentences(String text) {
    ClauseCutter cutter = new ClauseCutter();
    List<Words> sentences = new ArrayList<>();
    StringBuilder sentence = new StringBuilder();
    Stream.concat(cutter.read(text.replace('\n', ' ')).stream(), cutter.end().stream())
        .forEach(clause -> {
          sentence.append(' ').append(clause.text());
          if (clause.end() != ClauseCutter.End.CLAUSE) {
            sentences.add(Words.of(sentence.toString()));
            sentence.setLength(0);
          }
        });
    return sentences.stream().filter(words -> words.size() >= SHORTEST_MEMORABLE);
  }
}
