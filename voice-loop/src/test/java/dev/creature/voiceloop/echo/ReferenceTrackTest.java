package dev.creature.voiceloop.echo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReferenceTrackTest {
  private static final int LAG = ReferenceTrack.LAG_MILLIS * 16;
  private final ReferenceTrack track = new ReferenceTrack();

  @Test
  void standsWhereItSounded() {
    for (int at = 100; at < 300; at += 20) {
      track.sounded(at, tone(at));
    }

    assertIsTone(120, 100);
  }

  @Test
  void isSilentWhereNothingWasReported() {
    track.sounded(0, tone(0));
    track.sounded(20, tone(20));
    track.sounded(500, tone(500));
    track.sounded(520, tone(520));
    track.sounded(540, tone(540));

    assertThat(track.window(100 * 16, 380 * 16)).containsOnly(0f);
    assertIsTone(505, 30);
  }

  @Test
  void keepsItsPlaceAfterALongSilence() {
    track.sounded(0, tone(0));
    for (int at = 60_000; at < 60_200; at += 20) {
      track.sounded(at, tone(at));
    }

    assertIsTone(60_010, 150);
    assertThat(track.window(59_000 * 16, 16_000 - LAG)).containsOnly(0f);
  }

  @Test
  void takesAStretchThatOverlapsOnlyOnce() {
    for (int at = 0; at < 200; at += 10) {
      track.sounded(at, tone(at));
    }

    assertIsTone(20, 150);
  }

  /** A tone of 400 Hz that runs through, so that any shift shows. */
  private static short[] tone(int atMillis) {
    short[] samples = new short[480];
    for (int i = 0; i < samples.length; i++) {
      double seconds = atMillis / 1000.0 + i / 24_000.0;
      samples[i] = (short) Math.round(8000 * Math.sin(2 * Math.PI * 400 * seconds));
    }
    return samples;
  }

  private void assertIsTone(int fromMillis, int millis) {
    float[] window = track.window(fromMillis * 16L + LAG, millis * 16);
    for (int i = 0; i < window.length; i++) {
      double seconds = fromMillis / 1000.0 + i / 16_000.0;
      assertThat((double) window[i])
          .isCloseTo(8000 / 32_768.0 * Math.sin(2 * Math.PI * 400 * seconds), within(2e-3));
    }
  }
}
