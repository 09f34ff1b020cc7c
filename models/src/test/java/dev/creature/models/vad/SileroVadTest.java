package dev.creature.models.vad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.RuntimeSettings;
import dev.creature.models.store.MissingModel;
import dev.creature.models.store.ModelFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Check values: five windows from zero state, measured with the published model of v6. */
class SileroVadTest {
  private static InferenceRuntime runtime;

  @BeforeAll
  static void start() {
    runtime = InferenceRuntime.start(new RuntimeSettings(1, 1));
  }

  @AfterAll
  static void stop() {
    runtime.close();
  }

  @Test
  void silenceScoresAsInTheReference() {
    assertProbabilities(new float[5 * 512], 0.00167, 0.00688, 0.00891, 0.00786, 0.00591);
  }

  @Test
  void aToneScoresAsInTheReference() {
    assertProbabilities(tone(), 0.10563, 0.21848, 0.05208, 0.01445, 0.00689);
  }

  @Test
  void streamsDoNotHearOneAnother() {
    SileroVad vad = vad();
    SileroVad.Stream one = new SileroVad.Stream();
    SileroVad.Stream other = new SileroVad.Stream();
    float[] tone = tone();
    for (int i = 0; i < 3; i++) {
      vad.probability(other, tone, i * 512);
      assertThat(vad.probability(one, new float[512], 0))
          .isCloseTo(new float[] {0.00167f, 0.00688f, 0.00891f}[i], within(2e-3f));
    }
    other.reset();
    assertThat(vad.probability(other, tone, 0)).isCloseTo(0.10563f, within(1e-2f));
  }

  @Test
  void aMissingModelIsNamed(@TempDir Path empty) {
    assertThatThrownBy(() -> SileroVad.open(runtime, new ModelFolder(empty)))
        .isInstanceOf(MissingModel.class)
        .hasMessageContaining("silero-vad");
  }

  private static void assertProbabilities(float[] samples, double... expected) {
    SileroVad vad = vad();
    SileroVad.Stream stream = new SileroVad.Stream();
    for (int i = 0; i < expected.length; i++) {
      assertThat(vad.probability(stream, samples, i * 512))
          .isCloseTo((float) expected[i], within(1e-4f));
    }
  }

  private static SileroVad vad() {
    ModelFolder models = ModelFolder.ofUser();
    assumeTrue(
        Files.isDirectory(models.source(SileroVad.MODEL_ID)),
        "skipped: silero-vad is not in " + models.root() + "; run ./creature models pull");
    return SileroVad.open(runtime, models);
  }

  private static float[] tone() {
    float[] samples = new float[5 * 512];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * 200 * i / 16_000));
    }
    return samples;
  }
}
