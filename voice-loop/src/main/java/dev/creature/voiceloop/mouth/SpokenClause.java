package dev.creature.voiceloop.mouth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A clause as sound, and when everything in it sounds. Clauses played one behind the other need
 * nothing between them: the pause that belongs in front of one is part of it, and both of its ends
 * are silent.
 *
 * @param clause what was spoken
 * @param samples mono, {@value #SAMPLE_RATE} Hz, 16 bit, peak below −1 dBFS; empty when the clause
 *     holds nothing that can be spoken; not to be changed
 * @param pauseSamples how many samples of silence in front are the pause; a player that is late may
 *     leave them out
 * @param phonemes in order
 * @param visemes in order, without gaps from the first sample to the last
 * @param words all words of the clause, in order
 */
public record SpokenClause(
    Clause clause,
    short[] samples,
    int pauseSamples,
    List<TimedPhoneme> phonemes,
    List<TimedViseme> visemes,
    List<TimedWord> words) {
  /** Samples a second. */
  public static final int SAMPLE_RATE = 24_000;

  /** Samples in a frame of 80 ms. */
  public static final int FRAME_SAMPLES = 1920;

  /** Keeps copies of the lists. */
  public SpokenClause {
    phonemes = List.copyOf(phonemes);
    visemes = List.copyOf(visemes);
    words = List.copyOf(words);
  }

  /** How long it sounds, the pause included. */
  public double durationMillis() {
    return samples.length * 1000.0 / SAMPLE_RATE;
  }

  /** The sound in frames of {@value #FRAME_SAMPLES} samples, the last one filled with silence. */
  public List<short[]> frames() {
    List<short[]> frames = new ArrayList<>();
    for (int at = 0; at < samples.length; at += FRAME_SAMPLES) {
      frames.add(Arrays.copyOfRange(samples, at, at + FRAME_SAMPLES));
    }
    return frames;
  }

  /** The same without the pause in front, for a player that is late already. */
  public SpokenClause withoutPause() {
    double earlier = -pauseSamples * 1000.0 / SAMPLE_RATE;
    return new SpokenClause(
        clause,
        Arrays.copyOfRange(samples, pauseSamples, samples.length),
        0,
        phonemes.stream().map(phoneme -> phoneme.later(earlier)).toList(),
        visemes.stream()
            .map(viseme -> viseme.later(earlier))
            .filter(viseme -> viseme.endMillis() > 0)
            .map(viseme ->
                new TimedViseme(
                    viseme.viseme(), Math.max(0, viseme.startMillis()), viseme.endMillis()))
            .toList(),
        words.stream().map(word -> word.later(earlier)).toList());
  }

  /**
   * The text up to the last word of which at least half has sounded by then: what a listener has
   * heard when the voice is cut off.
   *
   * @param millis from the start of the clause's sound
   */
  public String heardUntil(double millis) {
    int end = 0;
    for (TimedWord word : words) {
      if ((word.startMillis() + word.endMillis()) / 2 < millis) {
        end = word.end();
      }
    }
    return clause.text().substring(0, end);
  }
}
