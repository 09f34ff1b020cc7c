package dev.creature.models.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.ModelFailure;
import dev.creature.models.runtime.RuntimeSettings;
import dev.creature.models.store.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KokoroVoiceTest {
  private static final String PHONEMES = "ʃˈʊɹ, ˌI kæn dˈu ðˈæt.";

  private final ModelFolder models = ModelFolder.ofUser();
  private Path network;
  private Path alphabet;
  private InferenceRuntime runtime;
  private KokoroVoice woman;
  private VoicedPhonemes saidByWoman;

  @BeforeAll
  void assemble(@TempDir Path kokoro, @TempDir Path hibari) throws IOException {
    for (String model : new String[] {"hibari", "kokoro-82m", "kokoro-voices"}) {
      assumeTrue(
          Files.isDirectory(models.source(model)),
          () ->
              "skipped: the model "
                  + model
                  + " is not in "
                  + models.root()
                  + "; get it with ./creature models pull kokoro");
    }
    new KokoroAssembly().assemble(models.source("kokoro-82m"), kokoro);
    new HibariAssembly().assemble(models.source("hibari"), hibari);
    network = kokoro;
    alphabet = hibari;
    runtime = InferenceRuntime.start(RuntimeSettings.forThisMachine());
    woman = voice("af_heart");
    saidByWoman = say(woman, 1);
  }

  @AfterAll
  void close() {
    if (runtime != null) {
      runtime.close();
    }
  }

  private KokoroVoice voice(String mixture) {
    return KokoroVoice.open(runtime, network, alphabet, models.source("kokoro-voices"), mixture);
  }

  private KokoroStyle style(String mixture) {
    return KokoroStyle.open(models.source("kokoro-voices"), mixture);
  }

  private VoiceModel.Accent accent(String mixture) {
    return style(mixture).accent();
  }

  private static VoicedPhonemes say(KokoroVoice voice, double speed) {
    return voice.voice(voice.alphabet().ids(PHONEMES), speed, 1);
  }

  @Test
  void saysFiveWordsAsLongAsAPersonDoesAndKnowsWhenEachPhonemeSounds() {
    VoicedPhonemes sound = saidByWoman;
    assertThat(sound.samples().length / (double) VoiceModel.SAMPLE_RATE).isBetween(1.2, 3.0);
    assertThat(sound.durationSamples()).hasSize(PHONEMES.length() + 2);
    assertThat(Arrays.stream(sound.durationSamples()).sum()).isEqualTo(sound.samples().length);
    assertThat(Arrays.stream(sound.durationSamples()).filter(length -> length > 0).count())
        .isGreaterThan(PHONEMES.length() - 2);
  }

  @Test
  void soundsWhereThePhonemesAre() {
    VoicedPhonemes sound = saidByWoman;
    int first = sound.durationSamples()[0];
    double before = power(sound.samples(), 0, first - 2400);
    double within = power(sound.samples(), first, first + VoiceModel.SAMPLE_RATE / 2);
    assertThat(before).isLessThan(within / 100);
    assertThat(within).isGreaterThan(1e-4);
  }

  @Test
  void isShorterWhenItSpeaksFaster() {
    assertThat(say(woman, 1.6).samples().length).isLessThan(saidByWoman.samples().length * 3 / 4);
  }

  @Test
  void mixesSpeakersIntoOneThatIsNeither() {
    float[] both = say(voice("af_heart:0.5+am_adam:0.5"), 1).samples();
    float[] man = say(voice("am_adam"), 1).samples();
    assertThat(pitch(man)).isLessThan(0.8 * pitch(saidByWoman.samples()));
    assertThat(pitch(both)).isBetween(pitch(man), pitch(saidByWoman.samples()));
    assertThat(both).isNotEqualTo(saidByWoman.samples()).isNotEqualTo(man);
  }

  @Test
  void weighsSharesThatDoNotAddUpToOne() {
    float[] halves = style("af_heart:0.5+am_adam:0.5").rows();
    float[] threes = style("af_heart:3+am_adam:3").rows();
    assertThat(threes).isEqualTo(halves);
  }

  @Test
  void takesTheAccentOfTheGreatestShare() {
    assertThat(accent("bf_emma:0.6+af_heart:0.4")).isEqualTo(VoiceModel.Accent.BRITISH);
    assertThat(accent("bf_emma:0.4+af_heart:0.6")).isEqualTo(VoiceModel.Accent.AMERICAN);
  }

  @Test
  void namesTheSpeakersWhenOneIsUnknownAndRefusesNonsense() {
    assertThatThrownBy(() -> voice("af_nobody"))
        .isInstanceOf(ModelFailure.class)
        .hasMessageContaining("af_nobody")
        .hasMessageContaining("af_heart");
    Stream.of("af_heart:", "af_heart:0", "af_heart:-1", "af_heart:much", "", "af_heart+")
        .forEach(
            mixture -> assertThatThrownBy(() -> voice(mixture)).isInstanceOf(ModelFailure.class));
  }

  private static double power(float[] samples, int from, int to) {
    double sum = 0;
    for (float sample : Arrays.copyOfRange(samples, from, to)) {
      sum += sample * sample;
    }
    return sum / (to - from);
  }

  /** The median pitch in hertz of the loud windows, by autocorrelation. */
  private static double pitch(float[] samples) {
    int window = VoiceModel.SAMPLE_RATE / 20;
    double loud = power(samples, 0, samples.length);
    double[] pitches =
        Stream.iterate(0, at -> at + 2 * window < samples.length, at -> at + window / 2)
            .filter(at -> power(samples, at, at + window) > loud)
            .mapToDouble(at -> (double) VoiceModel.SAMPLE_RATE / period(samples, at, window))
            .sorted()
            .toArray();
    return pitches[pitches.length / 2];
  }

  private static int period(float[] samples, int at, int window) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int lag = VoiceModel.SAMPLE_RATE / 350; lag < VoiceModel.SAMPLE_RATE / 70; lag++) {
      double product = 0;
      double energy = 1e-9;
      for (int i = at; i < at + window; i++) {
        product += samples[i] * samples[i + lag];
        energy += samples[i + lag] * samples[i + lag];
      }
      double likeness = product / Math.sqrt(energy);
      if (likeness > most) {
        most = likeness;
        best = lag;
      }
    }
    return best;
  }
}
