package dev.creature.facebridge.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SteadyPaceTest {
  private static final int PIECE = 160;
  private static final long PIECE_NANOS = 10_000_000L;

  private final SteadyPace pace = new SteadyPace();

  private static short[] tone(long from) {
    short[] piece = new short[PIECE];
    for (int i = 0; i < PIECE; i++) {
      piece[i] = (short) Math.round(8_000 * Math.sin(2 * Math.PI * 200 * (from + i) / 16_000));
    }
    return piece;
  }

  /** However the timer is off, and however late single pieces are, no time is lost. */
  @Property(tries = 60)
  void keepsThePaceOfTime(
      @ForAll @DoubleRange(min = -0.008, max = 0.02) double slow,
      @ForAll @IntRange(max = 25) int latestMillis,
      @ForAll long seed) {
    SteadyPace any = new SteadyPace();
    Random random = new Random(seed);
    long now = 0;
    long samples = 0;
    for (int i = 0; i < 3_000; i++) {
      now = Math.max(now, (long) (i * PIECE_NANOS * (1 + slow)))
              + random.nextInt(latestMillis + 1) * 100_000L;
      samples += any.of(new short[PIECE], now).length;
    }
    double lackMillis = now / 1e6 - samples / 16.0;
    assertThat(lackMillis).isBetween(-30.0, 45.0);
  }

  @Test
  void leavesSoundThatComesInTimeAsItIs() {
    for (int i = 0; i < 500; i++) {
      short[] piece = tone(i * (long) PIECE);
      assertThat(pace.of(piece, i * PIECE_NANOS)).isSameAs(piece);
    }
  }

  @Test
  void stretchesWithoutAClick() {
    short last = 0;
    int steepest = 0;
    int longer = 0;
    for (int i = 0; i < 1_000; i++) {
      short[] even = pace.of(tone(i * (long) PIECE), (long) (i * PIECE_NANOS * 1.012));
      longer += even.length - PIECE;
      for (short sample : even) {
        steepest = Math.max(steepest, Math.abs(sample - last));
        last = sample;
      }
    }
    assertThat(longer).isGreaterThan(1_500);
    // The tone's own steepest step is 628.
    assertThat(steepest).isLessThan(700);
  }

  @Test
  void leavesAStallToTheClock() {
    int samples = 0;
    for (int i = 0; i < 400; i++) {
      long stalled = i < 200 ? 0 : 400_000_000L;
      samples += pace.of(new short[PIECE], i * PIECE_NANOS + stalled).length;
    }
    assertThat(samples).isEqualTo(400 * PIECE);
  }
}
