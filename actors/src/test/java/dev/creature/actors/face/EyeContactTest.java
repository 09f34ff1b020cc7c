package dev.creature.actors.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EyeContactTest {
  private static final int FRAME_MILLIS = 40;

  private final EyeContact eyes = new EyeContact();
  private long now;

  /** How often it begins while somebody faces it so for a time. */
  private int begins(double facing, long millis) {
    int begins = 0;
    for (long end = now + millis; now < end; now += FRAME_MILLIS) {
      begins += eyes.begins(facing, now) ? 1 : 0;
    }
    return begins;
  }

  @Test
  void beginsOnceWhenSomebodyKeepsLookingAtIt() {
    assertThat(begins(0.9, 440)).as("a glance").isZero();
    assertThat(begins(0.9, 5_000)).isEqualTo(1);
    assertThat(eyes.isHeld()).isTrue();
  }

  @Test
  void endsWhenTheyLookAwayAndBeginsAnew() {
    begins(0.9, 1_000);
    assertThat(begins(0.1, 320)).isZero();
    assertThat(eyes.isHeld()).as("a look aside is none").isTrue();
    begins(0.1, 1_000);
    assertThat(eyes.isHeld()).isFalse();
    assertThat(begins(0.9, 1_000)).isEqualTo(1);
  }

  @Property
  void doesNotFlickerHoweverTheyTurn(
      @ForAll @Size(min = 100, max = 300) List<@DoubleRange(max = 1) Double> turns) {
    EyeContact any = new EyeContact();
    long last = -1_000;
    for (int i = 0; i < turns.size(); i++) {
      long at = (long) i * FRAME_MILLIS;
      if (any.begins(turns.get(i), at)) {
        assertThat(at - last).isGreaterThanOrEqualTo(900);
        last = at;
      }
    }
  }
}
