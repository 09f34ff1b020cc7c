package dev.creature.deploy.command;

import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command that holds all others. Alone, it explains itself. */
@Command(
    name = "creature",
    mixinStandardHelpOptions = true,
    versionProvider = CreatureCommand.Version.class,
    description = "A nervous system for an embodied creature.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed",
      "2:wrong use, or input that cannot be used",
      "3:something is missing on this machine"
    },
    subcommands = {CommandLine.HelpCommand.class})
public final class CreatureCommand implements Runnable {
  /** Read by logback.xml. */
  private static final String LOG_LEVEL_PROPERTY = "creature.log";

  private static final String LOG_FORMAT_PROPERTY = "creature.log.format";

  @Spec private CommandSpec spec;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Logs and stack traces on standard error.")
  private boolean verbose;

  private CreatureCommand() {}

  /** The whole command line, ready to execute. */
  public static CommandLine commandLine() {
    CreatureCommand root = new CreatureCommand();
    CommandLine line = new CommandLine(root);
    // Each command is added here, in the order in which help should name them.
    line.addSubcommand(new UpCommand());
    line.addSubcommand(new ModelsCommand());
    line.addSubcommand(new ConverseCommand());
    line.addSubcommand(new ReplayCommand());
    line.addSubcommand(new HearCommand());
    line.addSubcommand(new SayCommand());
    line.addSubcommand(new TapCommand());
    line.addSubcommand(new McpCommand());
    line.addSubcommand(new AuditCommand());
    line.addSubcommand(new DataCommand());
    line.addSubcommand(new BenchCommand());
    line.addSubcommand(new DoctorCommand());
    line.addSubcommand(new TestCommand());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setExecutionStrategy(parsed -> {
      root.chooseLogLevel();
      return new CommandLine.RunLast().execute(parsed);
    });
    line.setExecutionExceptionHandler(
        (exception, failed, _) -> Failures.report(exception, failed.getErr(), root.verbose).code());
    line.setParameterExceptionHandler((exception, _) -> Failures.reportWrongUse(exception).code());
    return line;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private void chooseLogLevel() {
    Optional<String> asked =
        Optional.ofNullable(System.getenv("CREATURE_LOG")).filter(level -> !level.isBlank());
    System.setProperty(
        LOG_LEVEL_PROPERTY,
        asked.map(level -> level.toUpperCase(Locale.ROOT)).orElse(verbose ? "INFO" : "OFF"));
    String form = System.getenv().getOrDefault("CREATURE_LOG_FORMAT", "");
    System.setProperty(LOG_FORMAT_PROPERTY, form.equalsIgnoreCase("json") ? "json" : "text");
  }

  /** The version that the jar was built as. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = CreatureCommand.class.getPackage().getImplementationVersion();
      return new String[] {"creature " + (version == null ? "development" : version)};
    }
  }
}
