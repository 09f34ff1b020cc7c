package dev.creature.deploy.bench;

import dev.creature.voiceloop.audio.AudioFiles;
import dev.creature.voiceloop.audio.AudioSource;
import dev.creature.voiceloop.audio.MonoReader;
import dev.creature.voiceloop.ears.Heard;
import dev.creature.voiceloop.ears.RecordingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Listens to recordings whose words are known, to noise in which there are none, and to clips of
 * ten seconds against the clock.
 */
public final class HearBench {
  private static final int SAMPLE_RATE = 16_000;
  private static final int NOISE_SECONDS = 60;
  private static final int CLIP_SAMPLES = 10 * SAMPLE_RATE;
  private static final int GAP_SAMPLES = SAMPLE_RATE * 7 / 10;
  private static final int MOST_CLIPS = 12;

  private HearBench() {}

  /**
   * Measures.
   *
   * @param recordings those with a trusted transcript are measured for words
   * @throws IOException when one cannot be read
   */
  public static SuiteResult run(RecordingListener listener, List<RecordedSpeech> recordings)
      throws IOException {
    List<Figure> figures = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    words(listener, recordings, figures, remarks);
    noise(listener, figures, remarks);
    speed(listener, recordings, figures);
    return new SuiteResult(
        "hear",
        "Recordings recognised as `hear` does it; word errors in lower case, without punctuation, numbers in words. Then a minute of each kind of noise, and clips of ten seconds joined from the recordings.",
        figures,
        remarks);
  }

  private static void words(
      RecordingListener listener,
      List<RecordedSpeech> recordings,
      List<Figure> figures,
      List<String> remarks)
      throws IOException {
    WordErrors total = new WordErrors(0, 0);
    List<Double> rates = new ArrayList<>();
    int lastCut = 0;
    for (RecordedSpeech recording : recordings) {
      if (!recording.trusted() || !isReadable(recording.file())) {
        continue;
      }
      String heard = hear(listener, open(recording.file())).text();
      WordErrors errors = WordErrors.between(recording.transcript(), heard);
      total = total.plus(errors);
      rates.add(100 * errors.rate());
      boolean cut = WordErrors.lastWordMissing(recording.transcript(), heard);
      lastCut += cut ? 1 : 0;
      if (errors.errors() > 0) {
        remarks.add(
            String.format(
                Locale.ROOT,
                "%s: %d of %d words wrong%s: \"%s\" for \"%s\"",
                recording.file().getFileName(),
                errors.errors(),
                errors.words(),
                cut ? ", the last one cut" : "",
                heard,
                recording.transcript()));
      }
    }
    figures.add(
        new Figure(
            "word error rate", 100 * total.rate(), "%", Target.atMost(8), rates.size(), rates));
    figures.add(
        Figure.of(
            "recordings whose last word is cut off", lastCut, "", Target.atMost(0), rates.size()));
  }

  private static void noise(
      RecordingListener listener, List<Figure> figures, List<String> remarks) {
    int words = 0;
    for (Noise noise : Noise.values()) {
      float[] samples = noise.samples(NOISE_SECONDS, 1);
      String text = hear(listener, new SoundInMemory(samples, SAMPLE_RATE)).text();
      int count = WordErrors.words(text).size();
      words += count;
      if (count > 0) {
        remarks.add("In " + noise.name().toLowerCase(Locale.ROOT) + " it heard: \"" + text + "\"");
      }
    }
    figures.add(
        Figure.of(
            "words heard in noise and silence",
            words,
            "",
            Target.atMost(0),
            Noise.values().length));
  }

  private static void speed(
      RecordingListener listener, List<RecordedSpeech> recordings, List<Figure> figures)
      throws IOException {
    List<Double> each = new ArrayList<>();
    for (float[] clip : clips(recordings)) {
      long begun = System.nanoTime();
      hear(listener, new SoundInMemory(clip, SAMPLE_RATE));
      double seconds = (System.nanoTime() - begun) / 1e9;
      each.add((double) clip.length / SAMPLE_RATE / seconds);
    }
    double[] sorted = each.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double median = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    figures.add(
        new Figure(
            "speed on clips of 10 s, median",
            median,
            "× real time",
            Target.atLeast(8),
            each.size(),
            each));
  }

  /** Recordings one after the other, with a pause between, cut to ten seconds. */
  private static List<float[]> clips(List<RecordedSpeech> recordings) throws IOException {
    List<float[]> clips = new ArrayList<>();
    float[] clip = new float[CLIP_SAMPLES];
    int filled = 0;
    for (RecordedSpeech recording : recordings) {
      if (clips.size() == MOST_CLIPS || !isReadable(recording.file())) {
        continue;
      }
      try (MonoReader reader = new MonoReader(open(recording.file()), SAMPLE_RATE)) {
        filled += reader.read(clip, filled, clip.length - filled) + GAP_SAMPLES;
      }
      if (filled >= clip.length) {
        clips.add(clip);
        clip = new float[CLIP_SAMPLES];
        filled = 0;
      }
    }
    return clips;
  }

  private static Heard hear(RecordingListener listener, AudioSource source) {
    try (MonoReader reader = new MonoReader(source, SAMPLE_RATE)) {
      return listener.listen(reader, _ -> {});
    }
  }

  /** All of a recording, mono, 16 kHz. */
  static float[] read(RecordedSpeech recording) throws IOException {
    try (MonoReader reader = new MonoReader(open(recording.file()), SAMPLE_RATE)) {
      float[] sound = new float[SAMPLE_RATE * 10];
      int count = 0;
      for (int read = reader.read(sound, 0, sound.length);
          read > 0;
          read = reader.read(sound, count, sound.length - count)) {
        count += read;
        sound = count == sound.length ? Arrays.copyOf(sound, count * 2) : sound;
      }
      return Arrays.copyOf(sound, count);
    }
  }

  private static AudioSource open(Path file) throws IOException {
    return file.toString().endsWith(".raw") ? AudioFiles.openRaw(file) : AudioFiles.open(file);
  }

  /** A manifest may name files of kinds that are not asked for. */
  static boolean isReadable(Path file) {
    return Arrays.asList("wav", "flac", "ogg", "opus", "webm", "raw").stream()
        .anyMatch(ending -> file.toString().toLowerCase(Locale.ROOT).endsWith("." + ending));
  }
}
