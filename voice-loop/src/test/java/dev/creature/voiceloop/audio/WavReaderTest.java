package dev.creature.voiceloop.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class WavReaderTest {
  private static final float[] SAMPLES = {0, 0.5f, -0.5f, 0.25f, -1, 0.75f};

  @Test
  void readsEveryWidthOfInteger() {
    assertReads(1, 8, 1 / 128f, (out, x) -> out.put((byte) (x * 128 + 128)));
    assertReads(1, 16, 1 / 32_768f, (out, x) -> out.putShort((short) (x * 32_768)));
    assertReads(
        1,
        24,
        1e-6f,
        (out, x) -> {
          int value = (int) (x * 8_388_608);
          out.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
        });
    assertReads(1, 32, 1e-6f, (out, x) -> out.putInt((int) (x * 2_147_483_648.0)));
  }

  @Test
  void readsFloatsOfBothWidths() {
    assertReads(3, 32, 0, (out, x) -> out.putFloat(x));
    assertReads(3, 64, 0, (out, x) -> out.putDouble(x));
  }

  @Test
  void readsTheTelephonesCodes() {
    // The reference tables of G.711: code, linear value of 16 bits.
    assertThat(
            Recordings.readAll("a", Recordings.wav(7, 1, 8000, 8, bytes(0xff, 0x80, 0x00, 0x7f))))
        .containsExactly(0, 32_124 / 32_768f, -32_124 / 32_768f, 0);
    assertThat(
            Recordings.readAll("a", Recordings.wav(6, 1, 8000, 8, bytes(0xd5, 0xaa, 0x2a, 0x55))))
        .containsExactly(8 / 32_768f, 32_256 / 32_768f, -32_256 / 32_768f, -8 / 32_768f);
  }

  @Test
  void readsTheExtensibleFormat() {
    byte[] data =
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putFloat(0.5f).putFloat(-1).array();
    assertThat(Recordings.readAll("x", Recordings.extensible(2, 44_100, 32, 3, data)))
        .containsExactly(0.5f, -1);
  }

  @Test
  void passesOverOtherChunksAndWhatFollowsTheSound() {
    byte[] plain = Recordings.wav(1, 1, 16_000, 16, bytes(0, 0x40));
    ByteBuffer out = ByteBuffer.allocate(plain.length + 12 + 4).order(ByteOrder.LITTLE_ENDIAN);
    out.put(plain, 0, 12).put(Recordings.ascii("LIST")).putInt(3).put(bytes(1, 2, 3, 0));
    out.put(plain, 12, plain.length - 12).put(bytes(9, 9, 9, 9));
    assertThat(Recordings.readAll("x", out.array())).containsExactly(0.5f);
  }

  @Test
  void aSizeOfZeroOrAllOnesMeansUpToTheEnd() {
    for (long size : new long[] {0, 0xffff_ffffL}) {
      AudioSource source =
          AudioFiles.open(
              "pipe.wav", Recordings.wav(1, 1, 16_000, 16, bytes(0, 0x40, 0, 0x20), size));
      assertThat(Recordings.readAll(source)).containsExactly(0.5f, 0.25f);
      assertThat(source.warnings()).isEmpty();
    }
  }

  @Test
  void aTruncatedRecordingIsReadAsFarAsItGoesWithAWarning() {
    AudioSource source =
        AudioFiles.open("cut.wav", Recordings.wav(1, 1, 16_000, 16, bytes(0, 0x40, 7), 1000));
    assertThat(Recordings.readAll(source)).containsExactly(0.5f);
    assertThat(source.warnings())
        .containsExactly(
            "cut.wav: ends early: its header promises 997 bytes more; what is there is used");
  }

  @Test
  void notANumberBecomesSilence() {
    byte[] data =
        ByteBuffer.allocate(12)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putFloat(Float.NaN)
            .putFloat(Float.POSITIVE_INFINITY)
            .putFloat(3)
            .array();
    assertThat(Recordings.readAll("nan", Recordings.wav(3, 1, 16_000, 32, data)))
        .containsExactly(0, 0, 1);
  }

  @Test
  void whatMakesNoSenseIsRefusedWithItsReason() {
    byte[] two = bytes(0, 0);
    assertRefused(Recordings.wav(1, 1, 0, 16, two), "sample rate of 0 Hz");
    assertRefused(Recordings.wav(1, 1, 900_000, 16, two), "sample rate of 900000 Hz");
    assertRefused(Recordings.wav(1, 0, 16_000, 16, two), "has 0 channels");
    assertRefused(Recordings.wav(1, 40_000, 16_000, 16, two), "has 40000 channels");
    assertRefused(Recordings.wav(17, 1, 16_000, 4, two), "codec 17 at 4 bits");
    assertRefused(Recordings.wav(1, 1, 16_000, 12, two), "codec 1 at 12 bits");
    assertRefused(Recordings.wav(1, 1, 16_000, 16, new byte[0]), "holds no sound");
    assertRefused(
        Arrays.copyOf(Recordings.wav(1, 1, 16_000, 16, two), 30), "ends before its sound");
    byte[] contradiction = Recordings.wav(1, 1, 16_000, 16, two);
    contradiction[32] = 7;
    assertRefused(contradiction, "contradicts itself");
    byte[] unordered = Recordings.wav(1, 1, 16_000, 16, two);
    System.arraycopy(Recordings.ascii("data"), 0, unordered, 12, 4);
    assertRefused(unordered, "stands before its format");
    byte[] video = Recordings.wav(1, 1, 16_000, 16, two);
    System.arraycopy(Recordings.ascii("AVI "), 0, video, 8, 4);
    assertRefused(video, "not a WAVE one");
  }

  private static void assertRefused(byte[] content, String reason) {
    assertThatThrownBy(() -> Recordings.readAll("bad.wav", content))
        .isInstanceOf(BadAudio.class)
        .hasMessageStartingWith("bad.wav: ")
        .hasMessageContaining(reason);
  }

  private static void assertReads(
      int code, int bits, float tolerance, BiConsumer<ByteBuffer, Float> encoder) {
    ByteBuffer data = ByteBuffer.allocate(SAMPLES.length * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
    for (float sample : SAMPLES) {
      encoder.accept(data, sample);
    }
    AudioSource source =
        AudioFiles.open("x.wav", Recordings.wav(code, 2, 96_000, bits, data.array()));
    assertThat(source.channels()).isEqualTo(2);
    assertThat(source.sampleRate()).isEqualTo(96_000);
    assertThat(Recordings.readAll(source)).containsExactly(SAMPLES, within(tolerance));
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
