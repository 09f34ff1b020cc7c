package dev.creature.deploy.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.voiceloop.engine.PcmBlock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MicrophoneClockTest {
  private static final short[] PIECE = new short[320];

  private static long nanos(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }

  @Test
  void handsOnWhatComesAsItComes() {
    MicrophoneClock clock = new MicrophoneClock(0);
    for (int i = 1; i <= 50; i++) {
      assertThat(clock.tick(nanos(20L * i))).isEmpty();
      assertThat(clock.heard(PIECE, nanos(20L * i)).orElseThrow().firstSample())
          .isEqualTo(320L * (i - 1));
    }
    assertThat(clock.nowMillis()).isEqualTo(1_000);
    assertThat(clock.droppedMillis()).isZero();
  }

  @Test
  void goesOnInSilenceWhileThePhoneSleeps() {
    MicrophoneClock clock = new MicrophoneClock(0);
    clock.heard(PIECE, nanos(20));
    for (long t = 40; t <= 5_000; t += 20) {
      clock.tick(nanos(t));
    }
    assertThat(clock.nowMillis()).isBetween(4_850L, 5_000L);
    assertThat(clock.heard(PIECE, nanos(5_020))).isPresent();
  }

  @Test
  void dropsTheOldestOfMoreThanAMicrophoneCanHear() {
    MicrophoneClock clock = new MicrophoneClock(0);
    for (int i = 0; i < 500; i++) {
      clock.heard(PIECE, nanos(1));
    }
    assertThat(clock.nowMillis()).isBetween(980L, 1_001L);
    assertThat(clock.droppedMillis()).isGreaterThan(8_900);
  }

  @Property(tries = 300)
  void neverLeavesAGapAndNeverRunsAwayFromTime(
      @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 400) Integer> steps) {
    MicrophoneClock clock = new MicrophoneClock(0);
    long next = 0;
    long now = 0;
    for (int step : steps) {
      now += step / 2;
      Optional<PcmBlock> block =
          step % 2 == 0 ? clock.tick(nanos(now)) : clock.heard(PIECE, nanos(now));
      if (block.isPresent()) {
        assertThat(block.get().firstSample()).isEqualTo(next);
        next += block.get().samples().length;
      }
      assertThat(clock.nowMillis()).isLessThanOrEqualTo(2 * now + 2 * MicrophoneClock.BURST_MILLIS);
    }
  }
}
