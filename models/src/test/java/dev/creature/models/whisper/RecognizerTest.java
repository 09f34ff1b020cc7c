package dev.creature.models.whisper;

import static dev.creature.models.whisper.WhisperFixture.recording;
import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.RuntimeSettings;
import dev.creature.models.whisper.Transcript.Word;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecognizerTest {
  private static final String CANOE = "The birch canoe slid on the smooth planks.";

  @TempDir static Path folder;
  private static InferenceRuntime runtime;
  private static Recognizer recognizer;

  @BeforeAll
  static void open() {
    WhisperFixture.assembled(folder, Precision.INT8_CHANNELS, Precision.INT8_BLOCKS);
    runtime = InferenceRuntime.start(new RuntimeSettings(2, 2));
    recognizer = new Recognizer(WhisperModel.open(runtime, folder));
  }

  @AfterAll
  static void close() {
    if (runtime != null) {
      runtime.close();
    }
  }

  @Test
  void hearsNoWordsInSilence() {
    for (int millis : new int[] {0, 10, 60, 300, 1000, 5000, 60_000}) {
      assertThat(recognizer.transcribe(new float[16 * millis]).text()).isEmpty();
    }
  }

  @Test
  void hearsNoWordsInNoise() {
    for (double amplitude : new double[] {0.0003, 0.01, 0.1}) {
      for (int seconds : new int[] {1, 4, 10}) {
        assertThat(recognizer.transcribe(hiss(seconds, amplitude)).text()).isEmpty();
        assertThat(recognizer.transcribe(rumble(seconds, amplitude)).text()).isEmpty();
        assertThat(recognizer.transcribe(hum(seconds, amplitude)).text()).isEmpty();
      }
    }
  }

  @Test
  void keepsTheLastWordThoughTheSoundEndsWithIt() {
    float[] canoe = recording("birch-canoe.wav");
    // The recording ends within 50 ms of its last word; further silence makes no difference.
    assertThat(recognizer.transcribe(canoe).text()).isEqualTo(CANOE);
    assertThat(recognizer.transcribe(Arrays.copyOf(canoe, canoe.length + 32_000)).text())
        .isEqualTo(CANOE);
    assertThat(recognizer.transcribe(recording("sunday.wav")).text()).endsWith("week.");
  }

  @Test
  void hearsAVeryQuietVoiceAndAVeryLoudOne() {
    for (double decibels : new double[] {-45, -30, 6}) {
      float[] scaled = recording("sunday.wav").clone();
      for (int i = 0; i < scaled.length; i++) {
        double value = scaled[i] * Math.pow(10, decibels / 20);
        scaled[i] = (float) Math.clamp(Math.rint(value * 32_768) / 32_768, -1, 1);
      }
      assertThat(plain(recognizer.transcribe(scaled).text()))
          .isEqualTo("sunday is the best part of the week");
    }
  }

  @Test
  void hearsSpeechInNoise() {
    float[] noisy = recording("birch-canoe.wav").clone();
    float[] noise = hiss(4, 0.005);
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] += noise[i];
    }

    assertThat(plain(recognizer.transcribe(noisy).text())).contains("on the smooth planks");
  }

  @Test
  void hearsASentenceOnceThatTheModelAloneRepeats() {
    // Spoken by a machine; the bare model says it three times over.
    Transcript heard = recognizer.transcribe(recording("half.wav"));
    assertThat(plain(heard.text())).isEqualTo("cut it into one half and keep one half");
    assertThat(heard.looped()).isTrue();
    assertThat(heard.words()).hasSize(9);
  }

  @Test
  void recognisesSoundLongerThanAWindow() {
    float[] askNot = recording("ask-not.wav");
    float[] sunday = recording("sunday.wav");
    float[] pause = new float[16_000];
    float[] half = joined(joined(joined(askNot, pause), sunday), pause);
    float[] all = joined(half, half);

    Transcript transcript = recognizer.transcribe(all);

    assertThat(all.length).isGreaterThan(30 * 16_000);
    assertThat(plain(transcript.text()))
        .isEqualTo(
            ("and so my fellow americans ask not what your country can do for you"
                    + " ask what you can do for your country"
                    + " sunday is the best part of the week ")
                .repeat(2)
                .strip());
    for (int i = 1; i < transcript.words().size(); i++) {
      Word word = transcript.words().get(i);
      assertThat(word.startMillis())
          .isGreaterThanOrEqualTo(transcript.words().get(i - 1).endMillis());
      assertThat(transcript.tokens().size())
          .isGreaterThanOrEqualTo(word.firstToken() + word.tokenCount());
    }
    assertThat(transcript.words().getLast().endMillis())
        .isBetween(all.length / 16 - 2_000, all.length / 16);
  }

  private static float[] joined(float[] first, float[] second) {
    float[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static float[] hiss(int seconds, double amplitude) {
    Random random = new Random(seconds);
    float[] samples = new float[seconds * 16_000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) Math.clamp(amplitude * random.nextGaussian(), -1, 1);
    }
    return samples;
  }

  private static float[] rumble(int seconds, double amplitude) {
    float[] samples = hiss(seconds, 1);
    float level = 0;
    for (int i = 0; i < samples.length; i++) {
      level = 0.99f * level + 0.1f * samples[i];
      samples[i] = (float) (amplitude * level);
    }
    return samples;
  }

  private static float[] hum(int seconds, double amplitude) {
    float[] samples = hiss(seconds, amplitude / 20);
    for (int i = 0; i < samples.length; i++) {
      samples[i] += (float) (amplitude * Math.sin(2 * Math.PI * 50 * i / 16_000));
    }
    return samples;
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", "");
  }
}
