package dev.creature.deploy.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private final Admission twoCores = Admission.forCores(2);

  @Test
  void welcomesAsManyAsTheMachineCanServe() {
    assertThat(twoCores.refusal(7, 0, false)).isEmpty();
    assertThat(twoCores.refusal(8, 0, false)).get().asString().startsWith("8 are talking");
  }

  @Test
  void refusesOneMoreWhileTheMachineIsTooBusyButNeverTheFirst() {
    assertThat(twoCores.refusal(2, 200, false)).get().asString().contains("too busy");
    assertThat(twoCores.refusal(2, 20, false)).isEmpty();
    assertThat(twoCores.refusal(0, 5_000, false)).isEmpty();
  }

  @Test
  void letsHalfAsManyMoreGoOnThatTalkedAtANodeThatDied() {
    assertThat(twoCores.refusal(11, 5_000, true)).isEmpty();
    assertThat(twoCores.refusal(12, 0, true)).get().asString().startsWith("12 are talking");
  }

  @Test
  void remembersHowLateTheClockWasForAWhileAndForgetsItAgain() {
    Lateness lateness = new Lateness();
    long millis = 0;
    for (int i = 0; i < 10; i++) {
      lateness.tick(TimeUnit.MILLISECONDS.toNanos(millis += 100));
    }
    assertThat(lateness.millis()).isZero();
    lateness.tick(TimeUnit.MILLISECONDS.toNanos(millis += 350));
    assertThat(lateness.millis()).isEqualTo(250);
    for (int i = 0; i < 50; i++) {
      lateness.tick(TimeUnit.MILLISECONDS.toNanos(millis += 100));
    }
    assertThat(lateness.millis()).isZero();
  }
}
