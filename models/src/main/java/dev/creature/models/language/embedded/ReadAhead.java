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
  private final boolean supersedes;
  private final Lane lane;
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private Optional<PromptReading> reading = Optional.empty();
  private Optional<ContextWindow.Prompt> shared = Optional.empty();

  /**
   * A reading.
   *
   * @param supersedes whether earlier readings are of no use any more
   * @param layout what to read, decided when its turn has come; empty for nothing
   */
  ReadAhead(
      Precision precision,
      boolean supersedes,
      Function<ContextWindow, Optional<ContextWindow.Prompt>> layout) {
    this(precision, supersedes, Lane.THINKING, layout);
  }

  /** The same in another lane. */
  ReadAhead(
      Precision precision,
      boolean supersedes,
      Lane lane,
      Function<ContextWindow, Optional<ContextWindow.Prompt>> layout) {
    this.precision = precision;
    this.supersedes = supersedes;
    this.lane = lane;
    this.layout = layout;
  }

  /** Whether earlier readings are of no use any more. */
  boolean supersedes() {
    return supersedes;
  }

  /** Completes when all was read, or when it gave way. */
  CompletionStage<Void> done() {
    return done;
  }

  @Override
  public Lane lane() {
    return lane;
  }

  @Override
  public boolean step(ConversationMemory memory) {
    if (done.isDone()) {
      return true;
    }
    if (reading.isEmpty()) {
      // What a conversation reads first, before anything was said, is how the next one begins, too.
      boolean opening = memory.reader().cache().length() == 0;
      Optional<ContextWindow.Prompt> prompt = layout.apply(memory.window());
      shared = opening ? prompt : Optional.empty();
      reading =
          prompt.map(laidOut -> PromptReading.start(memory, laidOut, precision, PIECE_TOKENS));
    }
    reading.ifPresent(PromptReading::step);
    boolean complete = reading.map(PromptReading::complete).orElse(true);
    if (complete) {
      shared.ifPresent(
          prompt -> memory.personas().keep(prompt, prompt.tokens().length, memory.reader()));
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
