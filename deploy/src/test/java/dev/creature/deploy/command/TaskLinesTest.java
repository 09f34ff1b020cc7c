package dev.creature.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.intent.IntentId;
import dev.creature.actors.intent.IntentState;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskState;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TaskLinesTest {
  private static final PhysicalTask BRING =
      new PhysicalTask(
          "bring", Optional.of("cup"), Optional.of("me"), Optional.empty(), new TreeMap<>());

  @Test
  void tellsTheLastStateOfEachTaskAndWhatWasToBeDone() {
    assertThat(
            TaskLines.of(
                    List.of(
                        new ConversationEvent.IntentChanged(
                            10, new IntentId("a.1"), IntentState.COMMITTED, BRING, 0.9),
                        new ConversationEvent.TaskChanged(
                            20, new TaskId("a.1"), TaskState.RUNNING, ""),
                        new ConversationEvent.TaskChanged(
                            30, new TaskId("a.1"), TaskState.FAILED, "there is no cup")))
                .toString())
        .isEqualTo(
            "[{\"id\":\"a.1\",\"state\":\"failed\",\"note\":\"there is no cup\",\"verb\":\"bring\",\"object\":\"cup\",\"target\":\"me\"}]");
  }

  @Test
  void tellsNothingOfAnIntentThatBecameNoTask() {
    assertThat(
            TaskLines.of(
                List.of(
                    new ConversationEvent.IntentChanged(
                        10, new IntentId("a.1"), IntentState.HYPOTHESIS, BRING, 0.9))))
        .isEmpty();
  }
}
