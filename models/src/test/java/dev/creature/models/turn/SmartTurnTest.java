package dev.creature.models.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.creature.models.mel.MelFeatures;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.RuntimeSettings;
import dev.creature.models.store.ModelFolder;
import java.nio.file.Files;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Check values: the reference implementation's features and the published model's answers. */
class SmartTurnTest {
  private static final Offset<Float> FEATURE = within(1e-4f);

  /**
   * Integer kernels differ a little between processors and releases of ONNX Runtime. Where the
   * network is undecided, noise of one millionth on the features alone moves it by 0.04.
   */
  private static final Offset<Float> PROBABILITY = within(0.02f);

  private static final Offset<Float> UNDECIDED = within(0.06f);

  @Test
  void silenceIsEvenAtTheBottom() {
    MelFeatures features = SmartTurn.features(new float[128_000], 0, 128_000);
    assertThat(features.frames()).isEqualTo(800);
    for (float value : features.values()) {
      assertThat(value).isEqualTo(-1.5f);
    }
  }

  @Test
  void twoSecondsOfToneHaveTheFeaturesOfTheReference() {
    float[] tone = tone(32_000);
    MelFeatures features = SmartTurn.features(tone, 0, tone.length);
    assertThat(min(features)).isCloseTo(-0.185509f, FEATURE);
    assertThat(max(features)).isCloseTo(1.814491f, FEATURE);
    assertThat(mean(features)).isCloseTo(-0.159605f, FEATURE);
    assertThat(features.at(0, 0)).isCloseTo(-0.185509f, FEATURE);
    assertThat(features.at(10, 700)).isCloseTo(1.725025f, FEATURE);
    assertThat(features.at(40, 799)).isCloseTo(0.291746f, FEATURE);
    assertThat(features.at(79, 799)).isCloseTo(-0.185509f, FEATURE);
  }

  @Test
  void eightSecondsOfToneHaveTheFeaturesOfTheReference() {
    float[] tone = tone(128_000);
    MelFeatures features = SmartTurn.features(tone, 0, tone.length);
    assertThat(min(features)).isCloseTo(-0.336024f, FEATURE);
    assertThat(max(features)).isCloseTo(1.663976f, FEATURE);
    assertThat(features.at(0, 0)).isCloseTo(1.209051f, FEATURE);
    assertThat(features.at(40, 799)).isCloseTo(0.141231f, FEATURE);
  }

  @Test
  void aToneThatEndsEarlierHasTheFeaturesOfTheReference() {
    float[] tone = Arrays.copyOf(tone(32_000), 35_200);
    MelFeatures features = SmartTurn.features(tone, 0, tone.length);
    assertThat(features.at(40, 799)).isCloseTo(-0.185509f, FEATURE);
    assertThat(mean(features)).isCloseTo(-0.158149f, FEATURE);
  }

  @Test
  void ofALongTurnTheLastEightSecondsCount() {
    float[] turn = new float[200_000];
    System.arraycopy(tone(128_000), 0, turn, 72_000, 128_000);
    assertThat(SmartTurn.features(turn, 0, turn.length).values())
        .isEqualTo(SmartTurn.features(turn, 72_000, 128_000).values());
  }

  @Test
  void judgesLikeTheReference() {
    ModelFolder models = ModelFolder.ofUser();
    assumeTrue(
        Files.isDirectory(models.source(SmartTurn.MODEL_ID)),
        "skipped: smart-turn-v3.2 is not in " + models.root() + "; run ./creature models pull");
    try (InferenceRuntime runtime = InferenceRuntime.start(new RuntimeSettings(1, 1))) {
      SmartTurn turn = SmartTurn.open(runtime, models);
      assertThat(turn.probability(new float[128_000], 0, 128_000)).isCloseTo(0.98704f, PROBABILITY);
      assertThat(turn.probability(tone(32_000), 0, 32_000)).isCloseTo(0.01910f, PROBABILITY);
      assertThat(turn.probability(tone(128_000), 0, 128_000)).isCloseTo(0.80502f, UNDECIDED);
      float[] ended = Arrays.copyOf(tone(32_000), 35_200);
      assertThat(turn.probability(ended, 0, ended.length)).isCloseTo(0.02701f, PROBABILITY);
    }
  }

  private static float[] tone(int length) {
    float[] samples = new float[length];
    for (int n = 0; n < length; n++) {
      samples[n] = (float) (0.5 * Math.sin(2 * Math.PI * 440 * n / 16_000));
    }
    return samples;
  }

  private static float min(MelFeatures features) {
    float min = Float.POSITIVE_INFINITY;
    for (float value : features.values()) {
      min = Math.min(min, value);
    }
    return min;
  }

  private static float max(MelFeatures features) {
    float max = Float.NEGATIVE_INFINITY;
    for (float value : features.values()) {
      max = Math.max(max, value);
    }
    return max;
  }

  private static float mean(MelFeatures features) {
    double sum = 0;
    for (float value : features.values()) {
      sum += value;
    }
    return (float) (sum / features.values().length);
  }
}
