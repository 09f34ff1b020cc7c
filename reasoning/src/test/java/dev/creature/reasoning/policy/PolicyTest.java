package dev.creature.reasoning.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.creature.actors.intent.Permission;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.Reversibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

  private static PolicyQuestion question(
      String verb, String object, Reversibility reversibility, Asker who, String time) {
    PhysicalTask task =
        new PhysicalTask(
            verb, Optional.of(object), Optional.empty(), Optional.empty(), new TreeMap<>());
    return new PolicyQuestion(task, reversibility, who, "kitchen", LocalTime.parse(time));
  }

  private static Permission decide(PolicyGate gate, PolicyQuestion question) {
    return gate.decide(question).permission();
  }

  @Test
  void letsTheOwnerHaveThingsBroughtAndAsksBeforePouring() {
    PolicyGate gate = PolicyGate.standard();
    assertEquals(
        Permission.ALLOW,
        decide(gate, question("bring", "cup", Reversibility.COSTLY, Asker.OWNER, "12:00")));
    assertEquals(
        Permission.CONFIRM,
        decide(gate, question("pour", "milk", Reversibility.IRREVERSIBLE, Asker.OWNER, "12:00")));
  }

  @Test
  void neverMovesABodyForItselfOrAStrangerWhateverTheRulesSay() {
    PolicyGate gate = PolicyGate.of("allow", "test");
    for (Asker who : List.of(Asker.OWN_VOICE, Asker.UNPAIRED)) {
      assertEquals(
          Permission.DENY,
          decide(gate, question("look", "cup", Reversibility.REVERSIBLE, who, "12:00")));
    }
    assertEquals(
        Permission.CONFIRM,
        decide(gate, question("cut", "bread", Reversibility.IRREVERSIBLE, Asker.OWNER, "12:00")));
  }

  @Test
  void keepsQuietHoursOverMidnight() {
    PolicyGate gate =
        PolicyGate.of("deny verb=vacuum time=22:00-07:00 because: it is night\nallow", "test");
    assertEquals(
        Permission.DENY,
        decide(gate, question("vacuum up", "dust", Reversibility.COSTLY, Asker.OWNER, "23:30")));
    assertEquals(
        Permission.DENY,
        decide(gate, question("vacuum", "dust", Reversibility.COSTLY, Asker.OWNER, "06:59")));
    assertEquals(
        Permission.ALLOW,
        decide(gate, question("vacuum", "dust", Reversibility.COSTLY, Asker.OWNER, "07:00")));
  }

  @Test
  void namesTheLineOfARuleThatItDoesNotUnderstand() {
    BadPolicy bad =
        assertThrows(
            BadPolicy.class, () -> PolicyGate.of("# mine\nallow when=never", "mine.rules"));
    assertTrue(String.valueOf(bad.getMessage()).startsWith("mine.rules:2: "));
  }

  @Test
  void showsTheFirstLineOfTheLogThatWasTouched(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("audit.jsonl");
    PolicyDecision decision = new PolicyDecision(Permission.ALLOW, "allow \"all\"\n");
    try (AuditLog log = AuditLog.open(path, CLOCK)) {
      log.append(question("bring", "cup", Reversibility.COSTLY, Asker.OWNER, "12:00"), decision);
      log.append(question("bring", "mug", Reversibility.COSTLY, Asker.OWNER, "12:00"), decision);
    }
    try (AuditLog log = AuditLog.open(path, CLOCK)) {
      log.append(question("bring", "jug", Reversibility.COSTLY, Asker.OWNER, "12:00"), decision);
    }
    List<String> lines = Files.readAllLines(path);
    assertEquals(new AuditVerdict(true, 3, ""), AuditChain.verify(lines));
    List<String> changed = new ArrayList<>(lines);
    changed.set(1, lines.get(1).replace("mug", "gun"));
    assertEquals(2, AuditChain.verify(changed).line());
    assertEquals(1, AuditChain.verify(lines.subList(1, 3)).line());
    Files.write(path, changed);
    assertThrows(IOException.class, () -> AuditLog.open(path, CLOCK));
  }
}
