package dev.creature.deploy;

import dev.creature.deploy.command.CreatureCommand;

/** Starts the program: everything it does is a command. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(CreatureCommand.commandLine().execute(arguments));
  }
}
