package dev.creature.reasoning.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creature.actors.intent.Gate;
import dev.creature.actors.intent.Permission;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.Reversibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
  private static final PhysicalTask BRING =
      new PhysicalTask(
          "bring", Optional.of("cup"), Optional.empty(), Optional.empty(), new TreeMap<>());

  @TempDir private Path folder;

  private static Gate gate(PolicyGate.Ledger ledger) {
    return PolicyGate.standard().asked(Asker.OWNER, "", CLOCK, ledger);
  }

  @Test
  void hasADecisionInItsFileBeforeTheDeedMayBegin() throws IOException {
    Path path = folder.resolve("audit.jsonl");
    try (AuditLog log = AuditLog.open(path, CLOCK)) {
      for (int decisions = 1; decisions <= 3; decisions++) {
        Permission permission = gate(log::append).permits(BRING, Reversibility.COSTLY);
        assertThat(permission).isEqualTo(Permission.ALLOW);
        assertThat(Files.readAllLines(path)).hasSize(decisions);
      }
    }
  }

  @Test
  void deniesWhatCannotBeWrittenDown() {
    Gate full =
        gate((_, _) -> {
          throw new IOException("no space left on device");
        });
    assertThat(full.permits(BRING, Reversibility.COSTLY)).isEqualTo(Permission.DENY);
  }

  /** Killed at any byte of the second line, it goes on behind the last whole one. */
  @Test
  void goesOnBehindALineThatWasBeingWrittenWhenTheProcessWasKilled() throws IOException {
    Path path = folder.resolve("whole.jsonl");
    try (AuditLog log = AuditLog.open(path, CLOCK)) {
      boolean _ = gate(log::append).permits(BRING, Reversibility.COSTLY) == Permission.ALLOW;
      boolean _ = gate(log::append).permits(BRING, Reversibility.COSTLY) == Permission.ALLOW;
    }
    byte[] bytes = Files.readAllBytes(path);
    int first = AuditChain.wholeBytes(Arrays.copyOf(bytes, bytes.length - 1));
    for (int written = first; written <= bytes.length; written++) {
      Path torn = folder.resolve("torn.jsonl");
      Files.write(
          torn,
          Arrays.copyOf(bytes, written),
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING);
      try (AuditLog log = AuditLog.open(torn, CLOCK)) {
        assertThat(gate(log::append).permits(BRING, Reversibility.COSTLY))
            .isEqualTo(Permission.ALLOW);
      }
      assertThat(AuditChain.verify(Files.readAllLines(torn)))
          .isEqualTo(new AuditVerdict(true, written < bytes.length ? 2 : 3, ""));
    }
  }

  @Test
  void doesNotGoOnBehindAWholeLineThatWasChanged() throws IOException {
    Path path = folder.resolve("audit.jsonl");
    try (AuditLog log = AuditLog.open(path, CLOCK)) {
      boolean _ = gate(log::append).permits(BRING, Reversibility.COSTLY) == Permission.ALLOW;
    }
    Files.writeString(path, Files.readString(path).replace("cup", "cat"));
    assertThatThrownBy(() -> AuditLog.open(path, CLOCK)).hasMessageContaining("audit.jsonl:1: ");
  }
}
