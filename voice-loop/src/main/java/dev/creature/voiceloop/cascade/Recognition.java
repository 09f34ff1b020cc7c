package dev.creature.voiceloop.cascade;

import dev.creature.voiceloop.recognition.PartialTranscript;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Recognises turns while they are spoken. Shared by all conversations; no call blocks. */
interface Recognition {
  /**
   * Begins a turn.
   *
   * @param conversation whose turn it is
   * @param partial receives the words so far; on any thread
   */
  Turn begin(String conversation, Consumer<PartialTranscript> partial);

  /** A turn that is being spoken. Its methods are called by one actor only. */
  interface Turn {
    /**
     * The next piece of the turn's sound.
     *
     * @param samples mono, 16 kHz, from -1 to 1; not to be changed afterwards
     */
    void accept(float[] samples);

    /** The words of all that was accepted. The turn may go on afterwards, and be finished again. */
    CompletionStage<String> finish();

    /** The turn is over. */
    void close();
  }
}
