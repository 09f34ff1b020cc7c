package dev.creature.deploy.command;

import dev.creature.deploy.bench.Machine;
import dev.creature.deploy.bench.RecordedSpeech;
import dev.creature.deploy.bench.Scorecard;
import dev.creature.deploy.bench.SuiteResult;
import dev.creature.deploy.bench.Target;
import dev.creature.deploy.load.LoadBench;
import dev.creature.deploy.load.SimulatedVoice;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Simulated phones against nodes of this machine. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    description = {
      "Start nodes on this machine, and simulated phones that speak recordings in real time.",
      "DIR gets scorecard.json, report.html, and a folder for each node with its log.",
      "Exit code 1 where something accepted was lost, done twice, or two voices spoke."
    })
final class LoadCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where the report is written.")
  private Path out;

  @Option(
      names = "--recordings",
      paramLabel = "DIR",
      description =
          "A folder of recordings with a MANIFEST.jsonl (default: those of docs/examples).")
  private Path recordings =
      Path.of(System.getProperty("creature.home", "."), "docs/examples/recordings");

  @Option(
      names = "--nodes",
      paramLabel = "N",
      description =
          "How many nodes, 1 to 9; several need PostgreSQL's package (default: ${DEFAULT-VALUE}).")
  private int nodes = 1;

  @Option(
      names = "--phones",
      paramLabel = "N",
      description = "How many phones, 1 to 500 (default: ${DEFAULT-VALUE}).")
  private int phones = 4;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      description = "How long they talk, such as 90s or 10m (default: 60s).")
  private String time = "60s";

  @Option(
      names = "--kill-every",
      paramLabel = "TIME",
      description = "Kill one node in turn so often, and start it again.")
  private Optional<String> killEvery = Optional.empty();

  @Option(
      names = "--roll-every",
      paramLabel = "TIME",
      description = "End one node in turn so often in good order, and start it again.")
  private Optional<String> rollEvery = Optional.empty();

  @Option(
      names = "--partition-every",
      paramLabel = "TIME",
      description =
          "Cut one node in turn off for 30 s, so long after the one before; needs root and ip.")
  private Optional<String> partitionEvery = Optional.empty();

  @Option(
      names = "--engine",
      description = "Whose voice speaks: cascade or simulated (default: ${DEFAULT-VALUE}).")
  private String engine = "cascade";

  @Option(
      names = "--simulated-work",
      paramLabel = "MS",
      description = "For --engine simulated: how long a turn is thought about (default: 0).")
  private int workMillis;

  @Option(
      names = "--room",
      paramLabel = "N",
      description = "At most so many conversations a node (default: what the machine can serve).")
  private Optional<Integer> room = Optional.empty();

  @Option(
      names = "--typed",
      paramLabel = "SHARE",
      description = "Share of turns that are typed, 0 to 1 (default: ${DEFAULT-VALUE}).")
  private double typed;

  @Option(
      names = "--deeds",
      paramLabel = "SHARE",
      description = "Share of turns that ask for a deed, 0 to 1 (default: ${DEFAULT-VALUE}).")
  private double deeds;

  @Option(
      names = "--pause",
      paramLabel = "MS",
      description =
          "Between an answer and the next turn; up to twice as long (default: ${DEFAULT-VALUE}).")
  private int pauseMillis = 800;

  @Option(
      names = "--seed",
      description = "For all that is left to chance (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Override
  public Integer call() throws Exception {
    if (!Files.isRegularFile(recordings.resolve("MANIFEST.jsonl"))) {
      throw new BadInput(recordings + ": has no MANIFEST.jsonl; name a folder by --recordings");
    }
    LoadBench.Plan plan = plan();
    List<Path> files = RecordedSpeech.in(recordings).stream().map(RecordedSpeech::file).toList();
    Files.createDirectories(out);
    SuiteResult result = LoadBench.run(plan, files, out);
    new Scorecard(
            new CreatureCommand.Version().getVersion()[0],
            Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).toString(),
            Machine.here(),
            List.of(result))
        .write(out);
    PrintWriter lines = spec.commandLine().getOut();
    lines.println(result.explanation());
    result.figures().forEach(figure -> lines.println("  " + figure.line()));
    result.remarks().forEach(remark -> lines.println("  - " + remark));
    lines.println("report: " + out.resolve("report.html"));
    boolean sound =
        result.figures().stream()
            .filter(figure -> figure.target().equals(Target.atMost(0)))
            .allMatch(figure -> figure.target().met(figure.value()));
    return (sound ? ExitCode.DONE : ExitCode.FAILED).code();
  }

  private LoadBench.Plan plan() {
    List<LoadBench.Blow> blows = new ArrayList<>();
    killEvery.ifPresent(_ -> blows.add(LoadBench.Blow.KILL));
    rollEvery.ifPresent(_ -> blows.add(LoadBench.Blow.ROLL));
    partitionEvery.ifPresent(_ -> blows.add(LoadBench.Blow.PARTITION));
    if (blows.size() > 1) {
      throw new BadInput("choose one of --kill-every, --roll-every and --partition-every");
    }
    if (!blows.isEmpty() && nodes < 2) {
      throw new BadInput("--nodes must be 2 or more where one of them is to go");
    }
    List<String> options = new ArrayList<>(List.of("--engine", engine));
    if (engine.equals(SimulatedVoice.NAME)) {
      options.addAll(List.of("--simulated-work", Integer.toString(workMillis)));
    }
    room.ifPresent(most -> options.addAll(List.of("--conversations", Integer.toString(most))));
    try {
      return new LoadBench.Plan(
          nodes,
          phones,
          duration("--for", time),
          blows.isEmpty() ? LoadBench.Blow.NONE : blows.getFirst(),
          duration("every", killEvery.or(() -> rollEvery).or(() -> partitionEvery).orElse("0s")),
          typed,
          deeds,
          pauseMillis,
          options,
          seed);
    } catch (IllegalArgumentException bad) {
      throw new BadInput(String.valueOf(bad.getMessage()), bad);
    }
  }

  /** {@code 90s}, {@code 10m} or {@code 500ms}. */
  static Duration duration(String option, String text) {
    try {
      if (text.endsWith("ms")) {
        return Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)));
      }
      long number = Long.parseLong(text.substring(0, text.length() - 1));
      return switch (text.charAt(text.length() - 1)) {
        case 's' -> Duration.ofSeconds(number);
        case 'm' -> Duration.ofMinutes(number);
        default -> throw new NumberFormatException(text);
      };
    } catch (NumberFormatException | StringIndexOutOfBoundsException bad) {
      throw new BadInput(option + " " + text + ": a time is such as 90s or 10m", bad);
    }
  }
}
