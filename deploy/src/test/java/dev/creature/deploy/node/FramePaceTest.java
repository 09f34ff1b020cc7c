package dev.creature.deploy.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FramePaceTest {
  private final FramePace pace = new FramePace();

  private long leaves(int turn, long atMillis) {
    return pace.leaves(turn, 80, TimeUnit.MILLISECONDS.toNanos(atMillis));
  }

  @Test
  void isInTimeWhileFramesLeaveAheadOfTheirSound() {
    assertThat(leaves(1, 0)).isZero();
    assertThat(leaves(1, 0)).isZero();
    assertThat(leaves(1, 40)).isZero();
    assertThat(leaves(1, 120)).isZero();
  }

  @Test
  void saysHowLongTheHoleWasAndGoesOnFromThere() {
    assertThat(leaves(1, 0)).isZero();
    assertThat(leaves(1, 130)).isEqualTo(30);
    assertThat(leaves(1, 209)).isZero();
    assertThat(leaves(1, 400)).isEqualTo(110);
  }

  @Test
  void takesTheFirstOfAReplyForInTime() {
    assertThat(leaves(1, 0)).isZero();
    assertThat(leaves(2, 9_000)).isZero();
  }

  @Test
  void forgivesTheSilenceOfAReplyThatWasHeld() {
    assertThat(leaves(1, 0)).isZero();
    pace.cut();
    assertThat(pace.isFirst(1)).isTrue();
    assertThat(leaves(1, 5_000)).isZero();
  }
}
