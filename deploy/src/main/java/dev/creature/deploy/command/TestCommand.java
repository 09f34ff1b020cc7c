package dev.creature.deploy.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stands in the help; the launcher beside the sources runs the tests itself. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = {
      "Run the whole test suite (beside the sources only).",
      "What follows is handed to Maven, such as `-pl models`."
    })
final class TestCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new BadInput("the tests need the sources: run `./creature test` where those are");
  }
}
