package dev.creature.models.language.embedded;

import dev.creature.models.language.assembly.Precision;
import dev.creature.models.runtime.Lane;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Reads a dialogue before it is to be answered. Gives way as soon as there is a reply to write. */
final class ReadAhead implements Work {
  static final int MOST_TOKENS = 32;

  /** Fewer are hardly sooner read: all weights are gone through for one token, too. */
  private static final int FEWEST_TOKENS = 8;

  /** Of this size a model reads the most at once in a twentieth of a second. */
  private static final long SMALL_MODEL_BYTES = 200L << 20;

  private final Function<ContextWindow, Optional<ContextWindow.Prompt>> layout;
  private final Precision precision;
  private final boolean supersedes;
  private final int pieceTokens;
  private final Lane lane;
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private Optional<PromptReading> reading = Optional.empty();
  private Optional<ContextWindow.Prompt> shared = Optional.empty();

  /**
   * A reading.
   *
   * @param supersedes whether earlier readings are of no use any more
   * @param pieceTokens how much it reads before others get their turn
   * @param layout what to read, decided when its turn has come; empty for nothing
   */
  ReadAhead(
      Precision precision,
      boolean supersedes,
      int pieceTokens,
      Function<ContextWindow, Optional<ContextWindow.Prompt>> layout) {
    this(precision, supersedes, pieceTokens, Lane.THINKING, layout);
  }

  /** The same in another lane. */
  ReadAhead(
      Precision precision,
      boolean supersedes,
      int pieceTokens,
      Lane lane,
      Function<ContextWindow, Optional<ContextWindow.Prompt>> layout) {
    this.precision = precision;
    this.supersedes = supersedes;
    this.pieceTokens = pieceTokens;
    this.lane = lane;
    this.layout = layout;
  }

  /**
   * How much a model reads before others get their turn: so much that it keeps a core for about as
   * long, whatever its size. It must not depend on the moment, or a recorded conversation could not
   * be repeated bit for bit.
   *
   * @param bytes of the model's weights
   */
  static int pieceTokens(long bytes) {
    return Math.clamp(MOST_TOKENS * SMALL_MODEL_BYTES / bytes, FEWEST_TOKENS, MOST_TOKENS);
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
      reading = prompt.map(laidOut -> PromptReading.start(memory, laidOut, precision, pieceTokens));
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
