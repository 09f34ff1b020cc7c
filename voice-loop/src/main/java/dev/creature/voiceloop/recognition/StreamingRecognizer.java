package dev.creature.voiceloop.recognition;

import dev.creature.models.runtime.InferencePool;
import dev.creature.models.whisper.Recognizer;
import java.util.function.Consumer;

/**
 * Recognises turns while they are spoken. Shared by all conversations; no call blocks.
 *
 * <p>The turn that is being spoken is looked at about three times a second, never twice at once.
 * Overload makes looks rarer, not results wrong: each look goes over everything that has arrived.
 */
public final class StreamingRecognizer {
  private final Recognizer recognizer;
  private final InferencePool pool;

  /**
   * Makes one.
   *
   * @param pool runs every look, in steps of one model run each
   */
  public StreamingRecognizer(Recognizer recognizer, InferencePool pool) {
    this.recognizer = recognizer;
    this.pool = pool;
  }

  /**
   * Begins a turn.
   *
   * @param conversation whose turn it is, for a fair share of the pool
   * @param partials receives each result whose text is new, in order, on an inference thread; must
   *     return quickly
   */
  public RecognizedTurn begin(String conversation, Consumer<PartialTranscript> partials) {
    return new RecognizedTurn(recognizer, pool, conversation, partials);
  }
}
