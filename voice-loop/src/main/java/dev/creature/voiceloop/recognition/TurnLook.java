package dev.creature.voiceloop.recognition;

import dev.creature.models.mel.MelFeatures;
import dev.creature.models.whisper.PassOptions;
import dev.creature.models.whisper.Recognition;
import dev.creature.models.whisper.Recognizer;
import dev.creature.models.whisper.Transcript;
import dev.creature.models.whisper.Vocabulary;
import java.util.Arrays;

/** One look at a turn: the words of the sound so far, in steps of one model run. */
final class TurnLook implements AutoCloseable {
  /** Most sound of a window; what is behind it is for the next look. */
  private static final long LONGEST_MILLIS = TurnWords.FORCED_MILLIS + 2_000L;

  private static final int FRAME_MILLIS = 10;
  private static final int BINS = 80;

  private final Recognition recognition;
  private final TurnWords before;
  private final long heardSamples;
  private final boolean last;
  private final boolean whole;

  /**
   * Begins a look.
   *
   * @param window the spectrum of the window, with silence behind it
   * @param before what is known of the turn
   * @param accepted how much sound there is; the look may not reach its end
   * @param last whether somebody waits for the words, rather than for a partial result
   */
  TurnLook(
      Recognizer recognizer, MelFeatures window, TurnWords before, long accepted, boolean last) {
    this.before = before;
    this.last = last;
    long end = (before.windowMillis() + LONGEST_MILLIS) * RecognizedTurn.SAMPLES_PER_MILLI;
    this.whole = accepted <= end;
    this.heardSamples = Math.min(accepted, end);
    long millis = heardMillis() - before.windowMillis();
    this.recognition =
        recognizer.begin(
            whole ? window : beginning(window),
            PassOptions.forMillis(millis)
                .withPrefix(before.stable())
                .withDraft(before.draft())
                .withWordTimes());
  }

  boolean step() {
    return recognition.step();
  }

  TurnWords words(Vocabulary vocabulary) {
    Transcript transcript = recognition.transcript();
    return before.heard(transcript, heardMillis(), vocabulary);
  }

  long heardMillis() {
    return heardSamples / RecognizedTurn.SAMPLES_PER_MILLI;
  }

  long heardSamples() {
    return heardSamples;
  }

  /** Whether the look reaches the end of what had been accepted. */
  boolean isWhole() {
    return whole;
  }

  boolean isLast() {
    return last;
  }

  @Override
  public void close() {
    recognition.close();
  }

  /** As much of a spectrum as a look may go over, with silence behind it. */
  private static MelFeatures beginning(MelFeatures window) {
    int sound = Math.toIntExact(LONGEST_MILLIS / FRAME_MILLIS);
    int silence = Recognizer.SILENT_SAMPLES / (FRAME_MILLIS * RecognizedTurn.SAMPLES_PER_MILLI);
    int frames = sound + silence;
    float[] values = new float[BINS * frames];
    float quietest = Float.POSITIVE_INFINITY;
    for (float value : window.values()) {
      quietest = Math.min(quietest, value);
    }
    Arrays.fill(values, quietest);
    for (int bin = 0; bin < BINS; bin++) {
      System.arraycopy(window.values(), bin * window.frames(), values, bin * frames, sound);
    }
    return new MelFeatures(values, frames);
  }
}
