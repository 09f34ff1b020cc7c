package dev.creature.deploy.command;

import dev.creature.reasoning.policy.AuditChain;
import dev.creature.reasoning.policy.AuditVerdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds what has to do with the log of decisions. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "Check the log of what the policy decided.",
    subcommands = AuditCommand.Verify.class)
final class AuditCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** Checks that no line was changed, removed or added. */
  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = {
        "Check that no line of the log was changed, removed or put in between.",
        "Lines missing at the end cannot be seen by the log alone: compare the number of lines."
      })
  static final class Verify implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1", description = "The log.")
    private Path file;

    @Override
    public Integer call() throws IOException {
      // Bytes that are no UTF-8 must show as a bad line, not as a file that cannot be read.
      byte[] bytes = Files.readAllBytes(file);
      int whole = AuditChain.wholeBytes(bytes);
      String text = new String(bytes, 0, whole, StandardCharsets.UTF_8);
      AuditVerdict verdict = AuditChain.verify(text.lines().toList());
      if (!verdict.whole()) {
        spec.commandLine()
            .getErr()
            .println("creature: " + file + ":" + verdict.line() + ": " + verdict.wrong());
        return ExitCode.FAILED.code();
      }
      spec.commandLine()
          .getOut()
          .println(
              file
                  + ": "
                  + verdict.line()
                  + " lines, all as written"
                  + (whole < bytes.length ? ", and the beginning of one" : ""));
      return ExitCode.DONE.code();
    }
  }
}
