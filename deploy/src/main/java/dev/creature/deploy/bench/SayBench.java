package dev.creature.deploy.bench;

import dev.creature.models.runtime.InferencePool;
import dev.creature.models.runtime.Lane;
import dev.creature.models.whisper.Recognizer;
import dev.creature.voiceloop.mouth.Clause;
import dev.creature.voiceloop.mouth.ClauseSplitter;
import dev.creature.voiceloop.mouth.Mouth;
import dev.creature.voiceloop.mouth.SpokenClause;
import dev.creature.voiceloop.mouth.reading.SpokenWords;
import dev.creature.voiceloop.mouth.reading.TextReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Speaks the hundred sentences of {@link SaySentences}, has them recognised again, and measures the
 * voice's speed and the cleanness of its sound.
 */
public final class SayBench {
  private static final String FIVE_WORDS = "Sure, I can do that.";
  private static final int FIRST_FRAME_RUNS = 40;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final int JOINT_SAMPLES = SpokenClause.SAMPLE_RATE / 100;

  /** What the measuring of the sentences added up to. */
  private static final class Sums {
    private WordErrors errors = new WordErrors(0, 0);
    private double audioMillis;
    private double computeMillis;
    private int peak;
    private int jointStep;
    private int joints;
    private final List<String> misheard = new ArrayList<>();
  }

  private SayBench() {}

  /**
   * Measures.
   *
   * @param mouth a warm mouth
   * @param reader the reader of the mouth's language, to compare words
   * @param recognizer hears the sentences
   */
  public static SuiteResult run(
      Mouth mouth, TextReader reader, Recognizer recognizer, InferencePool pool)
      throws IOException {
    List<Double> firstFrames = firstFrames(mouth);
    Sums sums = new Sums();
    for (SaySentences.Sentence sentence : SaySentences.load()) {
      List<SpokenClause> clauses = speak(mouth, sentence.written(), sums);
      measureSound(clauses, sums);
      float[] heard = SpeechForRecognizer.of(clauses);
      String text =
          pool.submit(Lane.HEARING, "bench", () -> recognizer.transcribe(heard).text()).join();
      WordErrors errors = WordErrors.between(words(reader, sentence.spoken()), words(reader, text));
      sums.errors = sums.errors.plus(errors);
      if (errors.errors() > 0) {
        sums.misheard.add(
            "%d of %d words: \"%s\" was heard as \"%s\""
                .formatted(errors.errors(), errors.words(), sentence.written(), text));
      }
    }
    return result(firstFrames, sums);
  }

  private static String words(TextReader reader, String text) {
    return String.join(" ", SpokenWords.of(reader, text));
  }

  private static List<Double> firstFrames(Mouth mouth) {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < FIRST_FRAME_RUNS; i++) {
      long started = System.nanoTime();
      ClauseSplitter splitter = new ClauseSplitter();
      List<Clause> clauses = new ArrayList<>(splitter.feed(FIVE_WORDS));
      clauses.addAll(splitter.flush());
      mouth.speak("bench", clauses.getFirst()).join();
      millis.add((System.nanoTime() - started) / NANOS_PER_MILLI);
    }
    return millis;
  }

  private static List<SpokenClause> speak(Mouth mouth, String text, Sums sums) {
    long started = System.nanoTime();
    ClauseSplitter splitter = new ClauseSplitter();
    List<Clause> clauses = new ArrayList<>(splitter.feed(text));
    clauses.addAll(splitter.flush());
    List<SpokenClause> spoken = new ArrayList<>();
    for (Clause clause : clauses) {
      spoken.add(mouth.speak("bench", clause).join());
    }
    sums.computeMillis += (System.nanoTime() - started) / NANOS_PER_MILLI;
    sums.audioMillis += spoken.stream().mapToDouble(SpokenClause::durationMillis).sum();
    return spoken;
  }

  private static void measureSound(List<SpokenClause> clauses, Sums sums) {
    short previous = 0;
    for (SpokenClause clause : clauses) {
      short[] samples = clause.samples();
      for (int i = 0; i < samples.length; i++) {
        sums.peak = Math.max(sums.peak, Math.abs((int) samples[i]));
        boolean nearJoint = i < JOINT_SAMPLES || i >= samples.length - JOINT_SAMPLES;
        if ((nearJoint && clause.pauseSamples() > 0) || i == 0) {
          sums.jointStep = Math.max(sums.jointStep, Math.abs(samples[i] - previous));
        }
        previous = samples[i];
      }
      sums.joints++;
    }
  }

  private static SuiteResult result(List<Double> firstFrames, Sums sums) {
    double[] sorted = firstFrames.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new SuiteResult(
        "say",
        "100 sentences full of numbers, dates, names and abbreviations, spoken clause by clause and recognised again by the creature's own ears; first frames are those of \"%s\" when the voice is warm."
            .formatted(FIVE_WORDS),
        List.of(
            Figure.of(
                "words recognised wrongly",
                100 * sums.errors.rate(),
                "%",
                Target.atMost(6),
                sums.errors.words()),
            new Figure(
                "first frame, median",
                sorted[sorted.length / 2],
                "ms",
                Target.atMost(40),
                sorted.length,
                firstFrames),
            Figure.of(
                "first frame, slowest",
                Arrays.stream(sorted).max().orElse(0),
                "ms",
                Target.none(),
                sorted.length),
            Figure.of(
                "speed",
                sums.audioMillis / sums.computeMillis,
                "× real time",
                Target.atLeast(30),
                sums.joints),
            Figure.of("peak", 20 * Math.log10(sums.peak / 32_768.0), "dBFS", Target.atMost(-1), 1),
            Figure.of(
                "greatest step between samples at a joint",
                100.0 * sums.jointStep / 32_768.0,
                "% of full scale",
                Target.atMost(1),
                sums.joints)),
        sums.misheard);
  }
}
