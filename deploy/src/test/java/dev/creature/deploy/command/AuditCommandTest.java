package dev.creature.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.intent.Reading.ReadTask;
import dev.creature.actors.intent.grammar.IntentGrammar;
import dev.creature.reasoning.policy.Asker;
import dev.creature.reasoning.policy.AuditLog;
import dev.creature.reasoning.policy.PolicyGate;
import dev.creature.reasoning.policy.PolicyQuestion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AuditCommandTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;
  private Path log = Path.of("log");

  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @BeforeEach
  void writeThreeDecisions() throws IOException {
    log = folder.resolve("audit.jsonl");
    IntentGrammar grammar = new IntentGrammar();
    try (AuditLog decisions = AuditLog.open(log, NOON)) {
      for (String asked : List.of("bring the cup", "unlock the door", "pour the milk")) {
        ReadTask read = grammar.read(asked).tasks().getFirst();
        PolicyQuestion question =
            new PolicyQuestion(read.task(), read.reversibility(), Asker.OWNER, "", LocalTime.NOON);
        decisions.append(question, PolicyGate.standard().decide(question));
      }
    }
  }

  private int verify(Path file) {
    CommandLine line = CreatureCommand.commandLine();
    line.setOut(new PrintWriter(output, true)).setErr(new PrintWriter(errors, true));
    return line.execute("audit", "verify", file.toString());
  }

  @Test
  void findsALogAsItWasWritten() {
    assertThat(verify(log)).isZero();
    assertThat(output.toString()).contains("3 lines");
  }

  @Test
  void namesTheLineThatWasChanged() throws IOException {
    Files.writeString(log, Files.readString(log).replace("unlock", "close"));

    assertThat(verify(log)).isEqualTo(1);
    assertThat(errors.toString()).contains("audit.jsonl:2: ");
  }

  @Test
  void namesTheLineBehindOneThatWasRemoved() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(log));
    lines.remove(1);
    Files.write(log, lines);

    assertThat(verify(log)).isEqualTo(1);
    assertThat(errors.toString()).contains("audit.jsonl:2: ");
  }

  @Test
  void namesTheLineThatIsNoText() throws IOException {
    byte[] bytes = Files.readAllBytes(log);
    bytes[10] = (byte) 0xFF;
    Files.write(log, bytes);

    assertThat(verify(log)).isEqualTo(1);
    assertThat(errors.toString()).contains("audit.jsonl:1: ");
  }

  @Test
  void saysThatThereIsNoSuchFile() {
    assertThat(verify(folder.resolve("none.jsonl"))).isNotZero();
    assertThat(errors.toString()).contains("none.jsonl");
  }
}
