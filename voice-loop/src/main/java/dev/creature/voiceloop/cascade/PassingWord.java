package dev.creature.voiceloop.cascade;

import dev.creature.voiceloop.engine.SoundClip;
import java.util.Arrays;

/**
 * A first word as it is said in passing: without the soft breath behind it, during which a listener
 * hears nothing and a user who goes on would be talked over. Pure.
 */
final class PassingWord {
  /** So far below its loudest sample, as an amplitude, a word is over for a listener: −34 dB. */
  private static final double FAINT = 1.0 / 50;

  /** The word fades out in this time. */
  private static final int FADE_SAMPLES = SoundClip.SAMPLE_RATE / 50;

  /** A word into somebody else's speech is a soft one: −9 dB. */
  private static final double SOFT = 0.35;

  private PassingWord() {}

  /** The same word, softly. */
  static SoundClip softly(SoundClip word) {
    short[] samples = word.samples().clone();
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) Math.round(samples[i] * SOFT);
    }
    return new SoundClip(samples, word.words(), word.visemes());
  }

  /** The same word, ending {@value #FADE_SAMPLES} samples after its last audible one. */
  static SoundClip of(SoundClip word) {
    short[] samples = word.samples();
    int loudest = 0;
    for (short sample : samples) {
      loudest = Math.max(loudest, Math.abs(sample));
    }
    int audible = samples.length;
    while (audible > 0 && Math.abs(samples[audible - 1]) <= loudest * FAINT) {
      audible--;
    }
    int end = Math.min(samples.length, audible + FADE_SAMPLES);
    short[] kept = Arrays.copyOf(samples, end);
    for (int i = audible; i < end; i++) {
      double part = (double) (end - i) / (end - audible + 1);
      kept[i] = (short) Math.round(kept[i] * part);
    }
    long millis = end * 1000L / SoundClip.SAMPLE_RATE;
    return new SoundClip(
        kept,
        word.words().stream()
            .map(it ->
                new SoundClip.TimedWord(
                    it.text(), it.startMillis(), Math.min(millis, it.endMillis())))
            .toList(),
        word.visemes().stream()
            .filter(it -> it.startMillis() < millis)
            .map(it ->
                new SoundClip.TimedViseme(
                    it.viseme(), it.startMillis(), Math.min(millis, it.endMillis())))
            .toList());
  }
}
