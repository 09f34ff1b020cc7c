package dev.creature.deploy;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
    name = "creature",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "A nervous system for an embodied creature.")
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }

  /** The version that the jar was built as. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"creature " + (version == null ? "development" : version)};
    }
  }
}
