package dev.creature.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.voiceloop.link.Speaker;
import dev.creature.voiceloop.playout.PlayoutFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FrameMeterTest {
  private final List<PlayoutFrame> played = new ArrayList<>();
  private long nowMillis;
  private final FrameMeter meter =
      new FrameMeter(new Collecting(), () -> TimeUnit.MILLISECONDS.toNanos(nowMillis));

  private final class Collecting implements Speaker {
    @Override
    public void duck(boolean lowered) {}

    @Override
    public void play(PlayoutFrame frame) {
      played.add(frame);
    }

    @Override
    public void cut(int turn) {}
  }

  @Test
  void measuresHowUnevenlyTheFramesOfAReplyLeave() {
    leave(0, 1, 1_000);
    leave(80, 1, 1_080);
    leave(167, 1, 1_160);

    assertThat(meter.jitterMillis()).hasSize(2);
    assertThat(meter.jitterMillis().getFirst()).isZero();
    assertThat(meter.jitterMillis().getLast()).isEqualTo(7, Offset.offset(1e-6));
    assertThat(meter.underruns()).isZero();
    assertThat(played).hasSize(3);
  }

  @Test
  void takesTheLeadThatAReplyGathersForNoJitter() {
    leave(0, 1, 20);
    leave(0, 1, 100);
    leave(20, 1, 180);
    leave(100, 1, 260);

    assertThat(meter.jitterMillis()).containsExactly(0.0);
  }

  @Test
  void countsAFrameThatLeavesTooEarlyBehindTheLead() {
    leave(0, 1, 20);
    leave(0, 1, 100);
    leave(20, 1, 180);
    leave(60, 1, 260);

    assertThat(meter.jitterMillis()).containsExactly(40.0);
  }

  @Test
  void countsALateFrameOnceAndNotWhatMakesUpForIt() {
    leave(0, 1, 20);
    leave(0, 1, 100);
    leave(20, 1, 180);
    leave(150, 1, 260);
    leave(180, 1, 340);

    assertThat(meter.jitterMillis()).containsExactly(50.0);
  }

  @Test
  void countsAGapInsideAReply() {
    leave(0, 1, 1_000);
    leave(140, 1, 1_140);

    assertThat(meter.underruns()).isEqualTo(1);
  }

  @Test
  void countsNoGapThatWasWanted() {
    leave(0, 1, 1_000);
    meter.cut(1);
    leave(500, 1, 1_500);
    leave(2_000, 2, 3_000);

    assertThat(meter.underruns()).isZero();
    assertThat(meter.jitterMillis()).isEmpty();
  }

  private void leave(long atMillis, int turn, long playoutMillis) {
    nowMillis = atMillis;
    meter.play(new PlayoutFrame(turn, playoutMillis, new short[PlayoutFrame.SAMPLES]));
  }
}
