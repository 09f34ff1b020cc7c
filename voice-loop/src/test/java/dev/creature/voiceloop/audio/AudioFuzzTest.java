package dev.creature.voiceloop.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever the bytes: sound, or BadAudio; never another failure, never without end. */
class AudioFuzzTest {
  /** Three minutes at the highest rate: no file here holds more, filled gaps excepted. */
  private static final int ENOUGH_FRAMES = 3 * 60 * 48_000;

  @Property(tries = 300)
  void realFilesWithWrongBytesAreReadOrRefused(
      @ForAll("files") String file,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int changes,
      @ForAll boolean nearTheStart) {
    Random random = new Random(seed);
    byte[] content = Recordings.resource(file);
    int reach = nearTheStart ? Math.min(400, content.length) : content.length;
    for (int i = 0; i < changes; i++) {
      content[random.nextInt(reach)] = (byte) random.nextInt();
    }
    assertReadOrRefused(content);
  }

  @Property(tries = 300)
  void realFilesCutAnywhereAreReadOrRefused(
      @ForAll("files") String file, @ForAll long seed, @ForAll boolean pieceMissing) {
    Random random = new Random(seed);
    byte[] content = Recordings.resource(file);
    int at = random.nextInt(content.length);
    byte[] cut = Arrays.copyOf(content, at);
    if (pieceMissing) {
      int rest = random.nextInt(content.length - at);
      cut = Arrays.copyOf(content, at + rest);
      System.arraycopy(content, content.length - rest, cut, at, rest);
    }
    assertReadOrRefused(cut);
  }

  @Property(tries = 200)
  void anyBytesBehindAKnownBeginningAreReadOrRefused(
      @ForAll("files") String file,
      @ForAll @IntRange(min = 4, max = 120) int kept,
      @ForAll long seed,
      @ForAll @IntRange(max = 3000) int length) {
    byte[] content = new byte[kept + length];
    new Random(seed).nextBytes(content);
    System.arraycopy(Recordings.resource(file), 0, content, 0, kept);
    assertReadOrRefused(content);
  }

  @Provide
  Arbitrary<String> files() {
    return Arbitraries.of(
        "one-war.wav", "one-war.flac", "one-war.opus", "snacks.webm", "stereo-96k-24.flac");
  }

  private static void assertReadOrRefused(byte[] content) {
    long frames = 0;
    try {
      AudioSource source = AudioFiles.open("fuzzed", content);
      float[] block = new float[1000 * source.channels()];
      int got = source.read(block, 0, 1000);
      while (got > 0 && frames < ENOUGH_FRAMES) {
        frames += got;
        for (int i = 0; i < got * source.channels(); i++) {
          assertThat(block[i]).isBetween(-1f, 1f);
        }
        got = source.read(block, 0, 1000);
      }
    } catch (BadAudio expected) {
      assertThat(expected.getMessage()).startsWith("fuzzed: ").doesNotContain("\n");
    }
  }
}
