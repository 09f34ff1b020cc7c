package dev.creature.models.language.embedded;

import dev.creature.models.language.assembly.Precision;
import dev.creature.models.runtime.Lane;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Reads a dialogue before it is to be answered. Gives way as soon as there is a reply to write. */
final class ReadAhead implements Work {
  private static final int PIECE_TOKENS = 32;

  private final Function<ContextWindow, Optional<ContextWindow.Prompt>> layout;
  private final Precision precision;
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private Optional<PromptReading> reading = Optional.empty();

  /**
   * A reading.
   *
   * @param layout what to read, decided when its turn has come; empty for nothing
   */
  ReadAhead(
      Precision precision, Function<ContextWindow, Optional<ContextWindow.Prompt>> layout) {
    this.precision = precision;
    this.layout = layout;
  }

  /** Completes when all was read, or when it gave way. */
  CompletionStage<Void> done() {
    return done;
  }

  @Override
  public Lane lane() {
    return Lane.THINKING;
  }

  @Override
  public boolean step(ConversationMemory memory) {
    if (done.isDone()) {
      return true;
    }
    if (reading.isEmpty()) {
      reading =
          layout
              .apply(memory.window())
              .map(prompt -> PromptReading.start(memory, prompt, precision, PIECE_TOKENS));
    }
    reading.ifPresent(PromptReading::step);
    boolean complete = reading.map(PromptReading::complete).orElse(true);
    if (complete) {
      done.complete(null);
    }
    return complete;
  }

  @Override
  public void cancel() {
    done.complete(null);
  }

  @Override
  public void fail(Throwable failure) {
    done.completeExceptionally(failure);
  }
}
