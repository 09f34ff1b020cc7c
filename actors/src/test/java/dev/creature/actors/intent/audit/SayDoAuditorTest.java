package dev.creature.actors.intent.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.creature.actors.intent.grammar.IntentGrammar;
import dev.creature.actors.task.PhysicalTask;
import java.util.List;
import org.junit.jupiter.api.Test;

class SayDoAuditorTest {
  private final IntentGrammar grammar = new IntentGrammar();
  private final SayDoAuditor auditor = new SayDoAuditor(grammar);

  private PhysicalTask task(String words) {
    return grammar.read(words).tasks().getFirst().task();
  }

  @Test
  void repairsAPromiseWithoutATask() {
    List<Finding> findings = auditor.audit("Sure. I'll bring the cup.", List.of(), List.of());
    Finding.Repair repair = assertInstanceOf(Finding.Repair.class, findings.getFirst());
    assertEquals("bring", repair.promise().verb());
  }

  @Test
  void leavesAPromiseAloneThatATaskKeeps() {
    List<PhysicalTask> underway = List.of(task("fetch me the cup"));
    assertEquals(List.of(), auditor.audit("I'll bring it.", underway, List.of()));
  }

  @Test
  void flagsAClaimWithoutAResult() {
    List<PhysicalTask> underway = List.of(task("put the cup on the table"));
    List<Finding> findings = auditor.audit("I've put the cup on the table.", underway, List.of());
    assertInstanceOf(Finding.Unfounded.class, findings.getFirst());
  }

  @Test
  void believesAClaimWithItsResult() {
    List<PhysicalTask> done = List.of(task("put the cup on the table"));
    assertEquals(List.of(), auditor.audit("I've put the cup on the table.", List.of(), done));
  }

  @Test
  void takesTheCreaturesOwnWordsAsTheyAre() {
    List<PhysicalTask> underway = List.of(task("whip two bottles"));
    assertEquals(List.of(), auditor.audit("I'll whip the two bottles.", underway, List.of()));
  }

  @Test
  void takesTalkForTalk() {
    assertEquals(
        List.of(),
        auditor.audit(
            "I'll be glad to help! I have a feeling. I can carry boxes.", List.of(), List.of()));
  }
}
