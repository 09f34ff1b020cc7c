package dev.creature.deploy.command;

import dev.creature.deploy.bench.Machine;
import dev.creature.deploy.bench.RecordedSpeech;
import dev.creature.deploy.bench.Scorecard;
import dev.creature.deploy.bench.SuiteResult;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the creature on this machine. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    subcommands = {LoadCommand.class, RecoveryCommand.class},
    description = {
      "Measure the creature on this machine.",
      "DIR gets scorecard.json and report.html. Leave the machine alone meanwhile."
    })
final class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private VoiceOptions voice;

  @Parameters(
      paramLabel = "SUITE",
      arity = "0..*",
      description =
          "hear, say, language, latency, turns; models for all of these (default: models); noise,"
              + " intents, stop, micro; interruptions for"
              + " persons, backchannels, echo; conversations; opener; duplex"
              + " for duplex_turns, duplex_overlaps.")
  private List<String> names = List.of("models");

  @Option(names = "--out", paramLabel = "DIR", description = "Where the report is written; needed.")
  private Optional<Path> folder = Optional.empty();

  @Option(
      names = "--recordings",
      paramLabel = "DIR",
      description =
          "A folder of recordings with a MANIFEST.jsonl (default: those of docs/examples).")
  private Path recordings =
      Path.of(System.getProperty("creature.home", "."), "docs/examples/recordings");

  @Option(
      names = "--texts",
      paramLabel = "DIR",
      description =
          "A folder of sentences with their meaning for intents (default: those of docs/examples).")
  private Path texts = Path.of(System.getProperty("creature.home", "."), "docs/examples/sentences");

  @Option(names = "--quick", description = "Less exact, sooner; for micro.")
  private boolean quick;

  @Option(
      names = "--seed",
      description = "For all that is left to chance (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--at-once",
      paramLabel = "N",
      description = "Conversations at the same time, where a suite holds several.")
  private Optional<Integer> atOnce = Optional.empty();

  @Option(
      names = "--most",
      paramLabel = "N",
      description = "At most so many recordings, and so many of each thing that is tried.")
  private Optional<Integer> most = Optional.empty();

  @Option(
      names = "--minutes",
      paramLabel = "M",
      description = "How long a soak lasts (default: 1).")
  private Optional<Double> minutes = Optional.empty();

  @Override
  public Integer call() throws Exception {
    Path out =
        folder.orElseThrow(() -> new BadInput("--out DIR is missing: where the report is written"));
    Set<BenchSuite> suites = new LinkedHashSet<>();
    for (String name : names) {
      suites.addAll(SuiteNames.named(name));
    }
    if (!Files.isRegularFile(recordings.resolve("MANIFEST.jsonl"))) {
      throw new BadInput(recordings + ": has no MANIFEST.jsonl; name a folder by --recordings");
    }
    // A bad configuration is found now, not when the first suites are through.
    var _ = voice.settings();
    PrintWriter progress = spec.commandLine().getErr();
    List<String> leftOut = new ArrayList<>();
    List<RecordedSpeech> speech = RecordedSpeech.readableIn(recordings, leftOut::add);
    leftOut.forEach(reason -> progress.println("left out: " + reason));
    Files.createDirectories(out);
    List<SuiteResult> results = new ArrayList<>();
    BenchMaterial material =
        new BenchMaterial(
            voice,
            some(speech, most.orElse(speech.size())),
            texts,
            out,
            seed,
            new BenchMaterial.Effort(atOnce, most, minutes, quick));
    for (BenchSuite suite : suites) {
      progress.println("bench: " + suite.label());
      progress.flush();
      results.add(suite.run(material));
    }
    new Scorecard(
            new CreatureCommand.Version().getVersion()[0],
            Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).toString(),
            Machine.here(),
            results,
            leftOut)
        .write(out);
    print(results, out);
    return ExitCode.DONE.code();
  }

  /** From all over the list: its beginning is often one voice. */
  private static List<RecordedSpeech> some(List<RecordedSpeech> all, int most) {
    int count = Math.min(all.size(), most);
    return IntStream.range(0, count)
        .mapToObj(i -> all.get((int) ((long) i * all.size() / count)))
        .toList();
  }

  private void print(List<SuiteResult> results, Path out) {
    PrintWriter lines = spec.commandLine().getOut();
    for (SuiteResult result : results) {
      lines.println(result.suite());
      result.figures().forEach(figure -> lines.println("  " + figure.line()));
      result.remarks().forEach(remark -> lines.println("  - " + remark));
    }
    lines.println("report: " + out.resolve("report.html"));
  }
}
