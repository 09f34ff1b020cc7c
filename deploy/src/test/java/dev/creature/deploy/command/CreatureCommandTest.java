package dev.creature.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CreatureCommandTest {
  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @Test
  void explainsItself() {
    assertThat(run("--help")).isZero();
    assertThat(output.toString()).contains("Usage: creature").contains("Exit codes:");
    assertThat(errors.toString()).isEmpty();
  }

  @Test
  void explainsItselfWhenAskedForNothing() {
    assertThat(run()).isZero();
    assertThat(output.toString()).contains("Usage: creature");
  }

  @Test
  void answersAWrongCommandWithOneLineAndTwo() {
    assertThat(run("helpp")).isEqualTo(2);
    assertThat(errors.toString().lines())
        .singleElement()
        .asString()
        .contains("helpp")
        .contains("did you mean `help`?");
  }

  @Test
  void answersAWrongOptionWithOneLineAndTwo() {
    assertThat(run("--no-such-option")).isEqualTo(2);
    assertThat(errors.toString().lines()).singleElement().asString().contains("--no-such-option");
  }

  private int run(String... arguments) {
    CommandLine line = CreatureCommand.commandLine();
    line.setOut(new PrintWriter(output, true)).setErr(new PrintWriter(errors, true));
    return line.execute(arguments);
  }
}
