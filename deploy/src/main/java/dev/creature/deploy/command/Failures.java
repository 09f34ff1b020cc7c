package dev.creature.deploy.command;

import dev.creature.deploy.configuration.BadConfiguration;
import dev.creature.deploy.session.BadSession;
import dev.creature.facebridge.server.PortTaken;
import dev.creature.models.fetch.FetchFailure;
import dev.creature.models.fetch.MissingProgram;
import dev.creature.models.store.MissingModel;
import dev.creature.reasoning.policy.BadPolicy;
import dev.creature.voiceloop.audio.BadAudio;
import dev.creature.voiceloop.brain.BadPersona;
import dev.creature.voiceloop.script.BadScript;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;

/** The one place that turns what was thrown into a line for the user and an exit code. */
final class Failures {
  /** What the user gets to see of a failure. */
  record Failure(ExitCode exitCode, String line) {}

  private Failures() {}

  /** A new kind of failure gets its case here. Its message is already written for the user. */
  static Failure of(Throwable thrown) {
    return switch (thrown) {
      case BadInput e -> new Failure(ExitCode.WRONG_USE, message(e));
      case BadConfiguration e -> new Failure(ExitCode.WRONG_USE, message(e));
      case BadAudio e -> new Failure(ExitCode.WRONG_USE, message(e));
      case BadScript e -> new Failure(ExitCode.WRONG_USE, message(e));
      case BadSession e -> new Failure(ExitCode.WRONG_USE, message(e));
      case BadPolicy e -> new Failure(ExitCode.WRONG_USE, message(e));
      case BadPersona e -> new Failure(ExitCode.WRONG_USE, message(e));
      case MissingModel e -> new Failure(ExitCode.MISSING, message(e));
      case MissingProgram e -> new Failure(ExitCode.MISSING, message(e));
      case FetchFailure e -> new Failure(ExitCode.FAILED, message(e));
      case NoSuchFileException e ->
          new Failure(ExitCode.WRONG_USE, e.getFile() + ": no such file or folder");
      case AccessDeniedException e ->
          new Failure(ExitCode.FAILED, e.getFile() + ": permission denied");
      case PortTaken e -> new Failure(ExitCode.FAILED, message(e));
      case FileSystemException e -> new Failure(ExitCode.FAILED, message(e));
      case UncheckedIOException e -> of(causeOf(e));
      case ExecutionException e -> of(causeOf(e));
      case CompletionException e -> of(causeOf(e));
      case OutOfMemoryError e ->
          new Failure(
              ExitCode.FAILED, "out of memory: " + e.getMessage() + "; see CREATURE_JAVA_OPTS");
      case IOException e -> new Failure(ExitCode.FAILED, message(e));
      case Throwable e -> new Failure(ExitCode.FAILED, message(e));
    };
  }

  /** Prints one line, or the whole stack trace where it was asked for. */
  static ExitCode report(Throwable thrown, PrintWriter errors, boolean verbose) {
    Failure failure = of(thrown);
    errors.println("creature: " + failure.line());
    if (verbose) {
      thrown.printStackTrace(errors);
    }
    errors.flush();
    return failure.exitCode();
  }

  /** Prints what is wrong with the command line itself, and what was perhaps meant. */
  static ExitCode reportWrongUse(CommandLine.ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter errors = command.getErr();
    String advice =
        suggestion(wrong).orElse("see `" + command.getCommandSpec().qualifiedName() + " --help`");
    errors.println("creature: " + oneLine(message(wrong)) + "; " + advice);
    errors.flush();
    return ExitCode.WRONG_USE;
  }

  private static Optional<String> suggestion(CommandLine.ParameterException wrong) {
    if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched) {
      List<String> suggestions = unmatched.getSuggestions();
      if (!suggestions.isEmpty()) {
        return Optional.of("did you mean `" + suggestions.getFirst() + "`?");
      }
    }
    return Optional.empty();
  }

  private static Throwable causeOf(Throwable wrapper) {
    Throwable cause = wrapper.getCause();
    return cause == null ? new IllegalStateException(wrapper.toString()) : cause;
  }

  private static String message(Throwable thrown) {
    String message = thrown.getMessage();
    // Without a message the type is all there is to say.
    return oneLine(message == null || message.isBlank() ? thrown.toString() : message);
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
