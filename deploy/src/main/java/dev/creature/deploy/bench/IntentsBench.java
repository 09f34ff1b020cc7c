package dev.creature.deploy.bench;

import dev.creature.actors.intent.Reading;
import dev.creature.actors.intent.Reading.ReadTask;
import dev.creature.actors.intent.grammar.IntentGrammar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads sentences whose meaning is known, as they are and as a recogniser would write them. */
public final class IntentsBench {
  private static final int WARM_UP_READINGS = 5_000;
  private static final int MOST_REMARKS = 30;

  private final IntentGrammar grammar = new IntentGrammar();
  private final List<String> remarks = new ArrayList<>();

  private IntentsBench() {}

  /** Measures. */
  public static SuiteResult run(List<KnownSentence> sentences) {
    IntentsBench bench = new IntentsBench();
    List<Figure> figures = new ArrayList<>();
    bench.meaning(sentences, figures);
    bench.degraded(sentences, figures);
    bench.speed(sentences, figures);
    return new SuiteResult(
        "intents",
        "Sentences read by the rules of the intent tap; slots compared by head noun, in any task of the sentence. Then the same in lower case without marks, as a recogniser may write them.",
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

  private void speed(List<KnownSentence> sentences, List<Figure> figures) {
    for (int i = 0; i < WARM_UP_READINGS && !sentences.isEmpty(); i++) {
      var _ = grammar.read(sentences.get(i % sentences.size()).text());
    }
    List<Double> millis = new ArrayList<>();
    for (KnownSentence sentence : sentences) {
      long begun = System.nanoTime();
      var _ = grammar.read(sentence.text());
      millis.add((System.nanoTime() - begun) / 1e6);
    }
    double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double p99 =
        sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)];
    figures.add(new Figure("one reading, p99", p99, "ms", Target.atMost(2), sorted.length, millis));
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

    Figure figure(String name, double atLeast) {
      double percent = all == 0 ? 0 : 100.0 * right / all;
      return Figure.of(name, percent, "%", all == 0 ? Target.none() : Target.atLeast(atLeast), all);
    }
  }
}
