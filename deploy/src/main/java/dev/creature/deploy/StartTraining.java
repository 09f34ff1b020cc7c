package dev.creature.deploy;

import dev.creature.deploy.command.CreatureCommand;
import java.util.List;

/**
 * Goes through what every start does, so that the launcher can have Java remember the classes: see
 * {@code bin/creature}.
 */
public final class StartTraining {
  private static final List<List<String>> STARTS =
      List.of(List.of("--help"), List.of("help", "models"), List.of("models", "list", "--json"));

  private StartTraining() {}

  public static void main(String[] arguments) {
    for (List<String> start : STARTS) {
      CreatureCommand.commandLine().execute(start.toArray(String[]::new));
    }
  }
}
