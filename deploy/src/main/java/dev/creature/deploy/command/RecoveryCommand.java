package dev.creature.deploy.command;

import dev.creature.deploy.bench.Machine;
import dev.creature.deploy.bench.Scorecard;
import dev.creature.deploy.bench.SuiteResult;
import dev.creature.deploy.load.RecoveryBench;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A long journal, and how soon the creature is there again. */
@Command(
    name = "recovery",
    mixinStandardHelpOptions = true,
    description = "Fill a PostgreSQL of its own with events, and measure how soon they are read.")
final class RecoveryCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where the report is written.")
  private Path out;

  @Option(
      names = "--events",
      paramLabel = "N",
      description = "How many events, 1,000 to 10,000,000 (default: 1000000).")
  private int events = 1_000_000;

  @Override
  public Integer call() throws Exception {
    if (events < 1_000 || events > 10_000_000) {
      throw new BadInput("--events is 1000 to 10000000");
    }
    SuiteResult result = RecoveryBench.run(events);
    new Scorecard(
            new CreatureCommand.Version().getVersion()[0],
            Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).toString(),
            Machine.here(),
            List.of(result))
        .write(out);
    PrintWriter lines = spec.commandLine().getOut();
    lines.println(result.explanation());
    result.figures().forEach(figure -> lines.println("  " + figure.line()));
    return ExitCode.DONE.code();
  }
}
