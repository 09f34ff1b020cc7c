package dev.creature.models.whisper;

import dev.creature.models.mel.LogMel;
import dev.creature.models.mel.LogMelStream;
import dev.creature.models.mel.MelFeatures;
import dev.creature.models.whisper.Transcript.Token;
import dev.creature.models.whisper.Transcript.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whisper as it can be relied on: sound of any length and loudness, and no words where none were
 * said. Shared by all conversations, thread-safe; computes on the caller's thread, which should be
 * one of the {@link dev.creature.models.runtime.InferencePool}.
 */
public final class Recognizer {
  /**
   * Zeros behind the sound. The last word needs half a second of them, the {@link FramePlan} the
   * rest.
   */
  public static final int SILENT_SAMPLES = 8_000 + 2 * LogMel.HOP * FramePlan.SILENT_FRAMES;

  /** Loudest value of a normal voice in the normalised spectrum. */
  private static final float VOICE = 1.0f;

  /** A quieter one is raised by at most 40 dB, so that the noise of a microphone is not. */
  private static final float MOST_GAIN = 1;

  private static final int SAMPLES_PER_MILLI = LogMel.SAMPLE_RATE / 1000;
  private static final int SHORTEST = 800;

  private final WhisperModel model;

  /** Guards a model. */
  public Recognizer(WhisperModel model) {
    this.model = model;
  }

  /** What tokens stand for. */
  public Vocabulary vocabulary() {
    return model.vocabulary();
  }

  /**
   * Begins to recognise a window.
   *
   * @param sound the spectrum of at most 29 s and of {@link #SILENT_SAMPLES} of silence behind it,
   *     as of {@link LogMelStream#followedBySilence}
   * @return close it
   */
  public Recognition begin(MelFeatures sound, PassOptions options) {
    return new Recognition(model, raised(sound), options);
  }

  /**
   * Recognises a recording, in windows that are cut where it is quiet.
   *
   * @param samples mono, 16 kHz, in [-1, 1]; any length
   * @return with the times of words
   */
  public Transcript transcribe(float[] samples) {
    List<Token> tokens = new ArrayList<>();
    List<Word> words = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    double sureness = 0;
    double noSpeech = 1;
    boolean looped = false;
    for (QuietCuts.Range range : QuietCuts.of(samples)) {
      Transcript window = window(samples, range);
      if (window.text().isEmpty()) {
        continue;
      }
      int from = range.from() / SAMPLES_PER_MILLI;
      for (Word word : window.words()) {
        words.add(
            new Word(
                word.text(),
                from + word.startMillis(),
                from + word.endMillis(),
                tokens.size() + word.firstToken(),
                word.tokenCount()));
      }
      sureness += window.meanLogProbability() * window.tokens().size();
      tokens.addAll(window.tokens());
      texts.add(window.text());
      noSpeech = Math.min(noSpeech, window.noSpeechProbability());
      looped |= window.looped();
    }
    return texts.isEmpty()
        ? Transcript.SILENCE
        : new Transcript(
            String.join(" ", texts), tokens, words, sureness / tokens.size(), noSpeech, looped);
  }

  private Transcript window(float[] samples, QuietCuts.Range range) {
    if (range.length() < SHORTEST) {
      return Transcript.SILENCE;
    }
    float[] sound = Arrays.copyOfRange(samples, range.from(), range.to());
    float[] followed = Arrays.copyOf(sound, sound.length + SILENT_SAMPLES);
    MelFeatures mel = LogMel.of(followed, 0, followed.length);
    PassOptions options = PassOptions.forMillis(range.length() / SAMPLES_PER_MILLI);
    try (Recognition recognition = begin(mel, options.withWordTimes())) {
      while (recognition.step()) {
        // Each step is a run of the encoder or the decoder.
      }
      return recognition.transcript();
    }
  }

  /**
   * A quiet voice brought to the level that Whisper knows best. A gain is a sum in the spectrum:
   * 0.5 for every factor of ten.
   */
  private static MelFeatures raised(MelFeatures sound) {
    float loudest = Float.NEGATIVE_INFINITY;
    for (float value : sound.values()) {
      loudest = Math.max(loudest, value);
    }
    float gain = Math.min(VOICE - loudest, MOST_GAIN);
    if (gain <= 0) {
      return sound;
    }
    float[] values = sound.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += gain;
    }
    return new MelFeatures(values, sound.frames());
  }
}
