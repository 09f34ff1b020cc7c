package dev.creature.facebridge.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class MicrophoneSoundTest {
  private static final int RATE = 48_000;
  private static final int PIECE = 480;

  private final MicrophoneSound sound = new MicrophoneSound();

  /** What is left of a tone, as a part of its amplitude; a second of it, without its beginning. */
  private double left(double hertz, int channels) {
    double square = 0;
    int counted = 0;
    for (int piece = 0; piece < 100; piece++) {
      ByteBuffer pcm = ByteBuffer.allocate(2 * channels * PIECE).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < PIECE; i++) {
        short value = (short) (10_000 * Math.sin(2 * Math.PI * hertz * (piece * PIECE + i) / RATE));
        for (int channel = 0; channel < channels; channel++) {
          pcm.putShort(value);
        }
      }
      short[] out = sound.of(pcm.array(), RATE, channels, PIECE);
      assertThat(out).hasSize(PIECE / 3);
      for (int i = 0; piece > 0 && i < out.length; i++) {
        square += (double) out[i] * out[i];
        counted++;
      }
    }
    return Math.sqrt(2 * square / counted) / 10_000;
  }

  @Test
  void keepsAVoice() {
    assertThat(left(300, 1)).isBetween(0.98, 1.02);
    assertThat(left(3_000, 2)).isBetween(0.98, 1.02);
    assertThat(left(6_000, 1)).isBetween(0.9, 1.1);
  }

  @Test
  void letsNothingFoldDown() {
    assertThat(left(11_000, 1)).isLessThan(0.01);
    assertThat(left(15_000, 1)).isLessThan(0.01);
  }

  @Test
  void refusesARateThatItCannotConvert() {
    assertThatThrownBy(() -> sound.of(new byte[882], 44_100, 1, 441))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
