package dev.creature.models.language;

import java.util.concurrent.CompletionStage;

/** A reply that is being written. */
public interface Generation {
  /** Why a reply ended. */
  enum Ending {
    /** The model ended it. */
    COMPLETE,
    /** It reached the number of tokens allowed. */
    LENGTH,
    /** {@link Generation#cancel} was called. */
    CANCELLED
  }

  /**
   * Completes after the last piece of text was handed over.
   *
   * @return how it ended, or exceptionally with {@link dev.creature.models.runtime.ModelFailure}
   */
  CompletionStage<Ending> ended();

  /**
   * Stops within one token. No text arrives after it returns. Harmless when the reply has already
   * ended.
   */
  void cancel();
}
