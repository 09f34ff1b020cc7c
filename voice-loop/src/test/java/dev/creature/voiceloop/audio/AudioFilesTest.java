package dev.creature.voiceloop.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings as other programs wrote them: libsndfile, and a browser's recorder. */
class AudioFilesTest {
  private static final byte[] WAV = Recordings.resource("one-war.wav");
  private static final byte[] FLAC = Recordings.resource("one-war.flac");
  private static final byte[] OPUS = Recordings.resource("one-war.opus");
  private static final byte[] WEBM = Recordings.resource("snacks.webm");

  @Test
  void flacGivesTheVerySamplesOfTheWav() {
    assertThat(Recordings.readAll("x", FLAC)).isEqualTo(Recordings.readAll("x", WAV));
  }

  @Test
  void flacOf24BitsAnd96KilohertzInStereoGivesTheVerySamplesOfTheWav() {
    byte[] flac = Recordings.resource("stereo-96k-24.flac");
    byte[] wav = Recordings.resource("stereo-96k-24.wav");
    assertThat(AudioFiles.open("x", flac).sampleRate()).isEqualTo(96_000);
    assertThat(Recordings.readAll("x", flac)).isEqualTo(Recordings.readAll("x", wav));
  }

  @Test
  void oggOpusStandsAtItsTimeAndHasItsLength() {
    float[] original = Recordings.mono(WAV, 16_000);
    float[] opus = Recordings.mono(OPUS, 16_000);
    assertThat(opus).hasSize(original.length);
    assertThat(delay(original, opus)).isBetween(-1, 1);
    assertThat(AudioFiles.open("x", OPUS).warnings()).isEmpty();
  }

  @Test
  void webmOfABrowsersRecorderIsReadToItsEnd() {
    AudioSource source = AudioFiles.open("snacks.webm", WEBM);
    assertThat(source.channels()).isEqualTo(2);
    assertThat(Recordings.readAll(source)).hasSize(2 * 164_160);
    assertThat(source.warnings()).isEmpty();
  }

  @Test
  void theContentCountsAndNotTheName(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("webm-inside.wav"), WEBM);
    try (AudioSource source = AudioFiles.open(file)) {
      assertThat(source.sampleRate()).isEqualTo(48_000);
    }
  }

  @Test
  void samplesWithoutHeaderAreReadWhenAskedFor(@TempDir Path folder) throws IOException {
    byte[] data = Arrays.copyOfRange(WAV, 44, WAV.length);
    Path file = Files.write(folder.resolve("bare.raw"), data);
    try (AudioSource source = AudioFiles.openRaw(file)) {
      assertThat(Recordings.readAll(source)).isEqualTo(Recordings.readAll("x", WAV));
    }
  }

  @Test
  void whatIsNoSoundIsNamed() {
    assertRefused("Hello there\n".getBytes(StandardCharsets.UTF_8), "is text, not sound");
    assertRefused(new byte[0], "is empty");
    assertRefused(new byte[] {1, 2, 3, 0, 5}, "is no sound file that is known here");
    assertRefused(new byte[] {(byte) 0xff, (byte) 0xfb, 0x50, 0}, "is MP3 or AAC");
    assertRefused("\0\0\0\u0018ftypM4A ".getBytes(StandardCharsets.ISO_8859_1), "is an MP4 file");
    assertRefused(Recordings.resource("tone.vorbis.ogg"), "Ogg file with Vorbis sound");
  }

  @Test
  void aFolderAndAMissingFileAreNamed(@TempDir Path folder) {
    assertThatThrownBy(() -> AudioFiles.open(folder))
        .isInstanceOf(BadAudio.class)
        .hasMessageContaining("is a folder");
    assertThatThrownBy(() -> AudioFiles.open(folder.resolve("none.wav")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void webmWithAnotherCodecIsRefused() {
    byte[] other = WEBM.clone();
    int at = new String(other, StandardCharsets.ISO_8859_1).indexOf("A_OPUS");
    System.arraycopy("A_AAC\0".getBytes(StandardCharsets.ISO_8859_1), 0, other, at, 6);
    assertRefused(other, "WebM file with sound as A_AAC");
  }

  @Test
  void whatIsWholeOfATruncatedFileIsUsed() {
    for (byte[] file : new byte[][] {FLAC, OPUS, WEBM}) {
      AudioSource whole = AudioFiles.open("whole", file);
      float[] all = Recordings.readAll(whole);
      AudioSource cut = AudioFiles.open("cut", Arrays.copyOf(file, file.length * 3 / 5));
      float[] part = Recordings.readAll(cut);
      assertThat(part.length).isGreaterThan(all.length / 4).isLessThan(all.length);
      assertThat(part).isEqualTo(Arrays.copyOf(all, part.length));
      assertThat(cut.warnings()).hasSize(1).allMatch(warning -> warning.startsWith("cut: ends"));
    }
  }

  @Test
  void damagedFlacIsRefusedWithItsTime() {
    byte[] damaged = FLAC.clone();
    damaged[FLAC.length / 2] ^= 0x10;
    assertRefused(damaged, "damaged");
  }

  @Test
  void damagedOpusIsUsedAsFarAsItIsWhole() {
    byte[] damaged = OPUS.clone();
    damaged[OPUS.length / 2] ^= 0x10;
    AudioSource source = AudioFiles.open("x", damaged);
    Recordings.readAll(source);
    assertThat(source.warnings()).anyMatch(warning -> warning.contains("damaged in places"));
  }

  private static void assertRefused(byte[] content, String reason) {
    assertThatThrownBy(() -> Recordings.readAll("given", content))
        .isInstanceOf(BadAudio.class)
        .hasMessageStartingWith("given: ")
        .hasMessageContaining(reason);
  }

  /** How many samples the second comes later, by the best correlation. */
  private static int delay(float[] first, float[] second) {
    int best = 0;
    double most = 0;
    for (int lag = -200; lag <= 200; lag++) {
      double sum = 0;
      for (int i = 1000; i < first.length - 1000; i++) {
        sum += first[i] * second[i + lag];
      }
      if (sum > most) {
        most = sum;
        best = lag;
      }
    }
    return best;
  }
}
