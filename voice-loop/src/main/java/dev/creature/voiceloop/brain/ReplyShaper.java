package dev.creature.voiceloop.brain;

import dev.creature.voiceloop.brain.ClauseCutter.Clause;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Makes of a model's text what the creature says, while it is being written. Of the first sentence
 * each clause is let go as soon as it is safe, so that the voice can begin; later sentences are let
 * go whole, as there is time while the first is spoken. Not thread-safe.
 */
final class ReplyShaper {
  /** How the reply stands. */
  enum Progress {
    GO_ON,
    /** The reply is complete; what else the model writes is not wanted. */
    ENOUGH,
    /** Nothing was let go, and nothing of this text will be. */
    UNFIT
  }

  /** A sentence of at most so many words does not count as one: "Okay." */
  private static final int FREE_WORDS = 3;

  /**
   * A shorter first clause waits for the rest of its sentence: "I'm sorry," tells nothing about
   * what follows, and cannot be taken back.
   */
  private static final int SHORTEST_HEAD_WORDS = 4;

  private static final Set<String> OWN_LABELS =
      Set.of("creature:", "assistant:", "answer:", "reply:", "response:", "bot:", "me:");
  private static final Set<String> OTHER_LABELS =
      Set.of("user:", "human:", "you:", "person:", "system:", "question:", "note:");

  private final BrainSettings settings;
  private final ReplyJudge judge;
  private final String ownLabel;
  private final Consumer<String> out;
  private final SpokenText spoken = new SpokenText();
  private final ClauseCutter cutter = new ClauseCutter();
  private String sentence = "";
  private String held = "";
  private int sentences;
  private int words;
  private boolean begun;
  private Progress progress = Progress.GO_ON;

  ReplyShaper(BrainSettings settings, ReplyJudge judge, String name, Consumer<String> out) {
    this.settings = settings;
    this.judge = judge;
    this.ownLabel = name.toLowerCase(Locale.ROOT) + ":";
    this.out = out;
  }

  /** Takes a further piece of the model's text. */
  Progress read(String piece) {
    if (progress == Progress.GO_ON) {
      clauses(cutter.read(spoken.read(piece)));
    }
    return progress;
  }

  /**
   * The model's text is at its end.
   *
   * @param whole whether the model ended it, and not the limit of tokens
   */
  Progress end(boolean whole) {
    if (progress == Progress.GO_ON) {
      Optional<Clause> rest = cutter.end();
      boolean torn =
          !whole && begun && rest.filter(each -> each.end() == ClauseCutter.End.LINE).isPresent();
      if (!torn) {
        clauses(rest.stream().toList());
      }
    }
    if (progress == Progress.GO_ON && !held.isEmpty() && !begun) {
      complete();
    }
    if (progress == Progress.GO_ON) {
      progress = begun ? Progress.ENOUGH : Progress.UNFIT;
    }
    return progress;
  }

  private void clauses(List<Clause> clauses) {
    for (Clause clause : clauses) {
      if (progress == Progress.GO_ON) {
        clause(clause);
      }
    }
  }

  private void clause(Clause clause) {
    String label = clause.text().toLowerCase(Locale.ROOT);
    boolean marker = label.matches("(\\d+[.)]|-)");
    if (OTHER_LABELS.contains(label) || (marker && begun)) {
      stop();
      return;
    }
    if (marker || label.equals(ownLabel) || OWN_LABELS.contains(label)) {
      return;
    }
    String text = begun || !sentence.isEmpty() ? clause.text() : capitalised(clause.text());
    sentence = joined(sentence, text);
    held = joined(held, text);
    switch (clause.end()) {
      case CLAUSE -> clauseEnds();
      case SENTENCE -> complete();
      case LINE -> {
        complete();
        stop();
      }
    }
  }

  private void clauseEnds() {
    ReplyJudge.Verdict verdict = judge.judge(sentence, false);
    if (verdict == ReplyJudge.Verdict.UNFIT) {
      refuse();
    } else if (words + Words.of(sentence).size() >= settings.words()) {
      complete();
      stop();
    } else if (verdict == ReplyJudge.Verdict.FINE
        && sentences == 0
        && Words.of(sentence).size() >= SHORTEST_HEAD_WORDS) {
      release();
    }
  }

  private void complete() {
    if (sentence.isEmpty()) {
      return;
    }
    held = ended(held);
    if (judge.judge(sentence, true) != ReplyJudge.Verdict.FINE) {
      refuse();
      return;
    }
    release();
    judge.said(sentence);
    int length = Words.of(sentence).size();
    words += length;
    sentences += length > FREE_WORDS ? 1 : 0;
    sentence = "";
    // A second sentence that begins beyond three quarters of the words would be too much.
    if (sentences >= settings.sentences() || words >= settings.words() * 3 / 4) {
      progress = Progress.ENOUGH;
    }
  }

  /** What is held is not said. */
  private void refuse() {
    sentence = "";
    held = "";
    progress = begun ? Progress.ENOUGH : Progress.UNFIT;
  }

  private void stop() {
    if (progress == Progress.GO_ON) {
      progress = begun ? Progress.ENOUGH : Progress.UNFIT;
    }
  }

  private void release() {
    if (!held.isEmpty()) {
      out.accept(begun ? " " + held : held);
      begun = true;
      held = "";
    }
  }

  private static String joined(String before, String text) {
    return before.isEmpty() ? text : before + " " + text;
  }

  private static String ended(String text) {
    if (text.isEmpty() || text.matches("(?s).*[.!?\u2026]")) {
      return text;
    }
    return text.replaceAll("[,;:\\-\\s]+$", "") + ".";
  }

  private static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
