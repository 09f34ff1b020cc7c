package dev.creature.deploy.bench;

import dev.creature.actors.intent.Reading;
import dev.creature.actors.intent.Reading.ReadTask;
import dev.creature.actors.intent.RequestSense;
import dev.creature.actors.intent.grammar.IntentGrammar;
import dev.creature.deploy.configuration.SentenceSense;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads sentences whose meaning is known, as they are and as a recogniser would write them. */
public final class IntentsBench {
  private static final int WARM_UP_READINGS = 5_000;
  private static final int WARM_UP_QUESTIONS = 300;
  private static final int MOST_REMARKS = 30;

  private static final IntentGrammar RULES = new IntentGrammar();

  private final IntentGrammar grammar;
  private final List<String> remarks = new ArrayList<>();

  private IntentsBench(RequestSense sense) {
    this.grammar = new IntentGrammar(sense);
  }

  /** Measures. */
  public static SuiteResult run(List<KnownSentence> sentences) {
    List<String> complaints = new ArrayList<>();
    IntentsBench bench = new IntentsBench(new SentenceSense(complaints::add));
    List<Figure> figures = new ArrayList<>();
    bench.meaning(sentences, figures);
    bench.degraded(sentences, figures);
    ablation(sentences, figures);
    bench.speed(sentences, figures);
    bench.remarks.addAll(complaints);
    return new SuiteResult(
        "intents",
        "Sentences read by the intent tap, which asks a classifier where its rules are in doubt; slots compared by head noun, in any task of the sentence. Then the same in lower case without marks, as a recogniser may write them.",
        figures,
        bench.remarks);
  }

  private void meaning(List<KnownSentence> sentences, List<Figure> figures) {
    Share fires = new Share();
    Share verbs = new Share();
    Share objects = new Share();
    Share targets = new Share();
    Share counts = new Share();
    Share stops = new Share();
    int quiet = 0;
    int falseTasks = 0;
    for (KnownSentence sentence : sentences) {
      Reading reading = grammar.read(sentence.text());
      switch (sentence.expect()) {
        case TASK -> {
          boolean fired = !reading.tasks().isEmpty();
          fires.add(fired);
          remark(fired, "no task", sentence, reading);
          if (fired) {
            slot(
                verbs,
                "verb",
                sentence,
                sentence.verb(),
                reading,
                read -> Optional.of(read.task().verb()));
            slot(
                objects,
                "object",
                sentence,
                sentence.object(),
                reading,
                read -> read.task().object());
            slot(
                targets,
                "target",
                sentence,
                sentence.target(),
                reading,
                read -> read.task().target());
          }
          sentence.count().ifPresent(count -> counts.add(reading.tasks().size() == count));
        }
        case NONE -> {
          quiet++;
          boolean acted = !reading.tasks().isEmpty() || reading.stop();
          falseTasks += acted ? 1 : 0;
          remark(!acted, "false task", sentence, reading);
        }
        case STOP -> {
          stops.add(reading.stop() && reading.tasks().isEmpty());
          remark(reading.stop(), "no stop", sentence, reading);
        }
        case POLICY -> {}
      }
    }
    figures.add(fires.figure("commands on which it fires", 95));
    figures.add(verbs.figure("verb right", 95));
    figures.add(objects.figure("object right", 90));
    figures.add(targets.figure("target right", 85));
    figures.add(counts.figure("as many tasks as meant", 95));
    figures.add(stops.figure("stop words heard", 100));
    figures.add(
        Figure.of(
            "false tasks in 1,000 other sentences",
            quiet == 0 ? 0 : 1000.0 * falseTasks / quiet,
            "",
            Target.atMost(2),
            quiet));
  }

  private void slot(
      Share share,
      String name,
      KnownSentence sentence,
      Optional<String> meant,
      Reading reading,
      Function<ReadTask, Optional<String>> slot) {
    if (meant.isEmpty()) {
      return;
    }
    boolean right =
        reading.tasks().stream()
            .map(slot)
            .flatMap(Optional::stream)
            .anyMatch(said -> HeadNoun.same(meant.get(), said, name.equals("verb")));
    share.add(right);
    remark(right, name + " is not \"" + meant.get() + "\"", sentence, reading);
  }

  private void degraded(List<KnownSentence> sentences, List<Figure> figures) {
    Share fires = new Share();
    for (KnownSentence sentence : sentences) {
      if (sentence.expect() == KnownSentence.Expect.TASK) {
        String plain =
            sentence.text().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}' ]", " ");
        fires.add(!grammar.read(plain).tasks().isEmpty());
      }
    }
    figures.add(fires.figure("commands on which it fires, without marks and capitals", 90));
  }

  /** The same by the rules alone. */
  private static void ablation(List<KnownSentence> sentences, List<Figure> figures) {
    Share fires = new Share();
    Share talk = new Share();
    for (KnownSentence sentence : sentences) {
      Reading reading = RULES.read(sentence.text());
      switch (sentence.expect()) {
        case TASK -> fires.add(!reading.tasks().isEmpty());
        case NONE -> talk.add(!reading.tasks().isEmpty() || reading.stop());
        case STOP, POLICY -> {}
      }
    }
    figures.add(fires.figure("commands on which the rules alone fire"));
    figures.add(
        Figure.of(
            "false tasks in 1,000 other sentences by the rules alone",
            talk.all == 0 ? 0 : 1000.0 * talk.right / talk.all,
            "",
            Target.none(),
            talk.all));
  }

  private void speed(List<KnownSentence> sentences, List<Figure> figures) {
    for (int i = 0; i < WARM_UP_READINGS && !sentences.isEmpty(); i++) {
      var _ = RULES.read(sentences.get(i % sentences.size()).text());
    }
    figures.add(millis("one reading by the rules, p99", 2, RULES, sentences));
    // New to the sense, so that it has to run the model; its first questions are not measured.
    IntentGrammar fresh = new IntentGrammar(new SentenceSense(remarks::add));
    sentences.stream().limit(WARM_UP_QUESTIONS).forEach(known -> fresh.read(known.text()));
    figures.add(
        millis(
            "one reading with the classifier, p99",
            15,
            fresh,
            sentences.stream().skip(WARM_UP_QUESTIONS).toList()));
  }

  private static Figure millis(
      String name, double atMost, IntentGrammar grammar, List<KnownSentence> sentences) {
    List<Double> millis = new ArrayList<>();
    for (KnownSentence sentence : sentences) {
      long begun = System.nanoTime();
      var _ = grammar.read(sentence.text());
      millis.add((System.nanoTime() - begun) / 1e6);
    }
    double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double p99 =
        sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)];
    return new Figure(name, p99, "ms", Target.atMost(atMost), sorted.length, millis);
  }

  private void remark(boolean right, String wrong, KnownSentence sentence, Reading reading) {
    if (!right && remarks.size() < MOST_REMARKS) {
      List<String> made =
          reading.tasks().stream()
              .map(read ->
                  read.task().verb()
                      + " / "
                      + read.task().object().orElse("-")
                      + " / "
                      + read.task().target().orElse("-"))
              .toList();
      remarks.add(wrong + ": \"" + sentence.text() + "\" " + made);
    }
  }

  /** How many of how many. */
  private static final class Share {
    private int right;
    private int all;

    void add(boolean isRight) {
      right += isRight ? 1 : 0;
      all++;
    }

    Figure figure(String name) {
      return Figure.of(name, all == 0 ? 0 : 100.0 * right / all, "%", Target.none(), all);
    }

    Figure figure(String name, double atLeast) {
      double percent = all == 0 ? 0 : 100.0 * right / all;
      return Figure.of(name, percent, "%", all == 0 ? Target.none() : Target.atLeast(atLeast), all);
    }
  }
}
