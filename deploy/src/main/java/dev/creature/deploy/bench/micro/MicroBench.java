package dev.creature.deploy.bench.micro;

import dev.creature.deploy.bench.Figure;
import dev.creature.deploy.bench.SuiteResult;
import dev.creature.deploy.bench.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Has JMH measure the small pieces and tells the result as the other suites do. */
public final class MicroBench {
  /** What each measured method is called in the report. */
  private static final Map<String, String> PIECES =
      Map.of(
          "resamples", "resampler, 10 ms from 48 to 16 kHz",
          "cancelsEcho", "echo canceller, 32 ms",
          "detectsVoice", "voice activity, 32 ms",
          "readsTasks", "grammar, a sentence of two tasks",
          "writesEvent", "an event as a line of JSON",
          "splitsIntoTokens", "tokenizer, a sentence of 19 words",
          "writesTokens", "language model, a token");

  private MicroBench() {}

  /**
   * Measures every piece, each class of them in a process of its own.
   *
   * @param models folder with the default models
   */
  public static SuiteResult run(Path models, Measure measure) {
    return run(measure, "", 1, models);
  }

  /**
   * Measures some pieces.
   *
   * @param named a part of the names of their classes or methods
   * @param processes 0 to measure in this one
   * @param models folder with the default models
   */
  static SuiteResult run(Measure measure, String named, int processes, Path models) {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(MicroBench.class.getPackageName() + ".*" + named)
        .forks(processes)
        .warmupIterations(measure.warmUps())
        .warmupTime(TimeValue.milliseconds(measure.roundMillis()))
        .measurementIterations(measure.rounds())
        .measurementTime(TimeValue.milliseconds(measure.roundMillis()))
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT)
        .jvmArgsAppend("-D" + ModelBenchmarks.MODELS + "=" + models.toAbsolutePath());
    try {
      return result(new Runner(options.build()).run());
    } catch (RunnerException e) {
      throw new IllegalStateException("the small pieces were not measured: " + e.getMessage(), e);
    }
  }

  private static SuiteResult result(Collection<RunResult> results) {
    return new SuiteResult(
        "micro",
        "Small pieces that run all the time, measured by JMH, one at a time; time for each, mean of"
            + " the rounds.",
        results.stream().map(MicroBench::figure).toList(),
        List.of());
  }

  private static Figure figure(RunResult result) {
    String method = result.getParams().getBenchmark();
    String piece = method.substring(method.lastIndexOf('.') + 1);
    List<Double> rounds = new ArrayList<>();
    for (IterationResult round : result.getAggregatedResult().getIterationResults()) {
      rounds.add(round.getPrimaryResult().getScore());
    }
    return new Figure(
        Optional.ofNullable(PIECES.get(piece))
            .orElseThrow(() -> new IllegalStateException("nothing says what " + piece + " is")),
        result.getPrimaryResult().getScore(),
        "µs",
        new Target.None(),
        rounds.size(),
        rounds);
  }
}
