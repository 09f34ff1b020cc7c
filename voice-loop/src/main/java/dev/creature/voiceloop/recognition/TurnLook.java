package dev.creature.voiceloop.recognition;

import dev.creature.models.mel.MelFeatures;
import dev.creature.models.whisper.PassOptions;
import dev.creature.models.whisper.Recognition;
import dev.creature.models.whisper.Recognizer;
import dev.creature.models.whisper.Transcript;
import dev.creature.models.whisper.Vocabulary;

/** One look at a turn: the words of the sound so far, in steps of one model run. */
final class TurnLook implements AutoCloseable {
  private final Recognition recognition;
  private final TurnWords before;
  private final long heardSamples;
  private final boolean last;

  /**
   * Begins a look.
   *
   * @param window the spectrum of the window, with silence behind it
   * @param before what is known of the turn
   * @param heardSamples end of the sound in the window
   * @param last whether somebody waits for the words, rather than for a partial result
   */
  TurnLook(
      Recognizer recognizer,
      MelFeatures window,
      TurnWords before,
      long heardSamples,
      boolean last) {
    this.before = before;
    this.heardSamples = heardSamples;
    this.last = last;
    long millis = heardSamples / RecognizedTurn.SAMPLES_PER_MILLI - before.windowMillis();
    this.recognition =
        recognizer.begin(
            window,
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

  boolean isLast() {
    return last;
  }

  @Override
  public void close() {
    recognition.close();
  }
}
