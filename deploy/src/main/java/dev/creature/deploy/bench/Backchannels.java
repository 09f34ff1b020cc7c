package dev.creature.deploy.bench;

import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.store.ModelFolder;
import dev.creature.voiceloop.audio.WavWriter;
import dev.creature.voiceloop.mouth.Clause;
import dev.creature.voiceloop.mouth.Mouth;
import dev.creature.voiceloop.mouth.MouthSettings;
import dev.creature.voiceloop.mouth.SpokenClause;
import dev.creature.voiceloop.mouth.Voices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Sounds that a listener makes without wanting to speak. The words are spoken by the voices of
 * Kokoro, as nobody has published recordings of such words alone under a licence that fits; coughs,
 * doors and keys are computed.
 */
final class Backchannels {
  private static final List<String> WORDS =
      List.of("Mm-hm.", "Yeah.", "Right.", "Uh-huh.", "Okay.", "I see.", "Yes.", "Sure.");
  private static final List<String> SPEAKERS =
      List.of("af_bella", "am_michael", "bf_emma", "bm_george", "af_nicole", "am_puck");
  private static final int SAMPLE_RATE = SpokenClause.SAMPLE_RATE;

  /** Where speech is recorded: neither close nor far. */
  private static final double SPOKEN_GAIN = 0.5;

  /**
   * One such sound.
   *
   * @param kind a word, or what makes the sound
   */
  record Sound(String kind, Path file) {
    /** Whether somebody says a word. */
    boolean isSpoken() {
      return WORDS.contains(kind);
    }
  }

  private Backchannels() {}

  /** Makes them, each in a file of its own, where it is not there yet. */
  static List<Sound> make(InferenceRuntime runtime, ModelFolder models, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    List<Sound> sounds = new ArrayList<>();
    for (int speaker = 0; speaker < SPEAKERS.size(); speaker++) {
      String name = SPEAKERS.get(speaker);
      if (Files.exists(file(folder, name + "-" + (WORDS.size() - 1)))) {
        for (int word = 0; word < WORDS.size(); word++) {
          sounds.add(new Sound(WORDS.get(word), file(folder, name + "-" + word)));
        }
        continue;
      }
      Mouth mouth =
          Voices.open(runtime, models, Voices.KOKORO + ":" + name, MouthSettings.standard());
      for (int word = 0; word < WORDS.size(); word++) {
        short[] samples =
            mouth.speak("bench", Clause.of(WORDS.get(word))).join().withoutPause().samples();
        float[] scaled = new float[samples.length];
        for (int i = 0; i < samples.length; i++) {
          scaled[i] = (float) (SPOKEN_GAIN * samples[i] / 32_768);
        }
        sounds.add(write(folder, WORDS.get(word), name + "-" + word, scaled));
      }
    }
    for (int seed = 1; seed <= 6; seed++) {
      sounds.add(write(folder, "cough", "cough-" + seed, cough(seed)));
      sounds.add(write(folder, "door", "door-" + seed, door(seed)));
      sounds.add(write(folder, "keys", "keys-" + seed, keys(seed)));
    }
    return sounds;
  }

  private static Path file(Path folder, String name) {
    return folder.resolve(name + ".wav");
  }

  private static Sound write(Path folder, String kind, String name, float[] samples)
      throws IOException {
    Path file = file(folder, name);
    try (WavWriter writer = WavWriter.create(file, SAMPLE_RATE, 1)) {
      writer.write(samples, 0, samples.length);
    }
    return new Sound(kind, file);
  }

  /** Two bursts of air, the first one hard, through a throat of two resonances. */
  private static float[] cough(long seed) {
    Random random = new Random(seed);
    float[] samples = new float[SAMPLE_RATE / 2];
    double low = 0;
    double lower = 0;
    for (int i = 0; i < samples.length; i++) {
      double time = (double) i / SAMPLE_RATE;
      double burst = Math.exp(-18 * time) + (time > 0.22 ? 0.5 * Math.exp(-14 * (time - 0.22)) : 0);
      low += 0.35 * (random.nextGaussian() * burst - low);
      lower += 0.08 * (low - lower);
      samples[i] = (float) (0.5 * (low - 0.7 * lower));
    }
    return samples;
  }

  /** A dull blow that rings for a moment. */
  private static float[] door(long seed) {
    Random random = new Random(seed);
    float[] samples = new float[SAMPLE_RATE * 4 / 10];
    double hertz = 70 + 30 * random.nextDouble();
    double dull = 0;
    for (int i = 0; i < samples.length; i++) {
      double time = (double) i / SAMPLE_RATE;
      dull += 0.05 * (random.nextGaussian() - dull);
      samples[i] =
          (float)
              (Math.exp(-16 * time) * (0.5 * Math.sin(2 * Math.PI * hertz * time) + 0.8 * dull));
    }
    return samples;
  }

  private static float[] keys(long seed) {
    Random random = new Random(seed);
    float[] samples = new float[SAMPLE_RATE];
    double loudness = 0;
    for (int i = 0; i < samples.length; i++) {
      if (random.nextDouble() < 7.0 / SAMPLE_RATE) {
        loudness = 0.1 + 0.2 * random.nextDouble();
      }
      loudness *= 0.997;
      samples[i] = (float) (loudness * random.nextGaussian());
    }
    return samples;
  }
}
