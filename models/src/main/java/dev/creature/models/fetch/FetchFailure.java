package dev.creature.models.fetch;

/**
 * Models could not be fetched. The message says what went wrong and what to do; whatever was
 * finished is kept, so that the next run goes on from there.
 */
public final class FetchFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FetchFailure(String message) {
    super(message);
  }

  public FetchFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
