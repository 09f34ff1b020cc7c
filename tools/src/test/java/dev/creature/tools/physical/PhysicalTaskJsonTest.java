package dev.creature.tools.physical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.Reversibility;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskState;
import dev.creature.actors.task.TaskStatus;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhysicalTaskJsonTest {
  private static final PhysicalTask TASK =
      new PhysicalTask(
          "bring",
          Optional.of("blue cup"),
          Optional.of("me"),
          Optional.empty(),
          new TreeMap<>(Map.of("count", "2")));

  @Test
  void readsWhatItWrites() {
    assertThat(PhysicalTaskJson.read(PhysicalTaskJson.write(TASK))).isEqualTo(TASK);
  }

  @Test
  void readsTheLeastThatIsNeeded() {
    assertThat(PhysicalTaskJson.read("{\"verb\":\"Wave\"}").verb()).isEqualTo("wave");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "[]",
        "{}",
        "{\"verb\":\"\"}",
        "{\"verb\":7}",
        "{\"verb\":\"go\",\"version\":2}",
        "{\"verb\":\"go\",\"speed\":\"fast\"}",
        "{\"verb\":\"go\",\"arguments\":{\"count\":3}}",
        "{\"verb\":\"go; rm\"}",
      })
  void refusesWhatDoesNotFit(String json) {
    assertThatThrownBy(() -> PhysicalTaskJson.read(json)).isInstanceOf(BadToolInput.class);
  }

  @Test
  void saysWhereItDoesNotFit() {
    assertThatThrownBy(() -> PhysicalTaskJson.read("{\"verb\":\"go\",\"target\":5}"))
        .hasMessageContaining("/target");
  }

  @Test
  void tellsHowATaskStands() {
    TaskStatus status =
        new TaskStatus(
            new TaskId("t"),
            TASK,
            Reversibility.COSTLY,
            TaskState.DONE,
            "done",
            1,
            "x",
            1,
            2,
            false);
    assertThat(PhysicalTaskJson.write(status))
        .isEqualTo(
            "{\"version\":1,\"id\":\"t\",\"state\":\"done\",\"note\":\"done\",\"progress\":1.0}");
  }
}
