package dev.creature.models.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.RuntimeSettings;
import dev.creature.models.store.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HibariVoiceTest {
  private static final String PHONEMES = "ʃˈʊɹ, ˌI kæn dˈu ðˈæt.";

  private InferenceRuntime runtime;
  private HibariVoice voice;

  @BeforeAll
  void assemble(@TempDir Path folder) throws IOException {
    Path source = ModelFolder.ofUser().source("hibari");
    assumeTrue(
        Files.isDirectory(source),
        () ->
            "skipped: the model hibari is not in "
                + source
                + "; get it with ./creature models pull");
    new HibariAssembly().assemble(source, folder);
    runtime = InferenceRuntime.start(RuntimeSettings.forThisMachine());
    voice = HibariVoice.open(runtime, folder);
  }

  @AfterAll
  void close() {
    if (runtime != null) {
      runtime.close();
    }
  }

  private VoicedPhonemes say(double speed, long seed) {
    return voice.voice(voice.alphabet().ids(PHONEMES), speed, seed);
  }

  @Test
  void givesEachPhonemeALengthAndOneToTheSilenceAtBothEnds() {
    VoicedPhonemes sound = say(1, 1);
    assertThat(sound.durationSamples()).hasSize(PHONEMES.length() + 2);
    // As the reference gives it: 1.85 s, of which 0.4 s in front less the 75 ms of the alignment.
    assertThat(sound.samples()).hasSize(44_400);
    assertThat(sound.durationSamples()[0]).isEqualTo(7800);
  }

  @Test
  void repeatsItselfForTheSameSeedOnly() {
    assertThat(say(1, 1).samples()).isEqualTo(say(1, 1).samples());
    assertThat(say(1, 2).samples()).isNotEqualTo(say(1, 1).samples());
  }

  @Test
  void isShorterWhenItSpeaksFaster() {
    assertThat(say(1.6, 1).samples().length).isLessThan(say(1, 1).samples().length * 3 / 4);
  }

  @Test
  void soundsWhereThePhonemesAre() {
    VoicedPhonemes sound = say(1, 1);
    int first = sound.durationSamples()[0];
    double before = power(sound.samples(), 0, first - 2400);
    double within = power(sound.samples(), first, first + 20_000);
    assertThat(before).isLessThan(within / 1000);
  }

  @Test
  void refusesPhonemesItDoesNotHave() {
    assertThatThrownBy(() -> voice.alphabet().ids("你"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesToAssembleWhatIsNoVoice(@TempDir Path other) throws IOException {
    Path noVoice = Files.write(other.resolve("hibari.onnx"), new byte[0]);
    assertThatThrownBy(() -> ExposedDurations.copy(noVoice, other.resolve("out.onnx")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("hibari.onnx");
  }

  private static double power(float[] samples, int from, int to) {
    double sum = 0;
    for (float sample : Arrays.copyOfRange(samples, from, to)) {
      sum += sample * sample;
    }
    return sum / (to - from);
  }
}
