package dev.creature.deploy.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Holds the commands about models. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    description = "Fetch, show and check the models.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ModelsPullCommand.class, ModelsListCommand.class, ModelsVerifyCommand.class})
final class ModelsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
