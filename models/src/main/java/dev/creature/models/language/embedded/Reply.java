package dev.creature.models.language.embedded;

import dev.creature.models.language.ChatRequest;
import dev.creature.models.language.Generation;
import dev.creature.models.language.assembly.Precision;
import dev.creature.models.language.tokens.TextStream;
import dev.creature.models.language.tokens.TokenSequence;
import dev.creature.models.language.tokens.Tokenizer;
import dev.creature.models.runtime.Lane;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/**
 * A reply that is being written: reads the prompt, then one token a step.
 *
 * <p>Steps come one after the other, on inference threads; {@link #cancel} from any thread.
 */
final class Reply implements Work, Generation {
  private static final int PIECE_TOKENS = 64;

  /** A clause without a sign of its end is taken for one after so many tokens. */
  private static final int CLAUSE_TOKENS = 12;

  private final ChatRequest request;
  private final Precision precision;
  private final IntPredicate ends;
  private final Consumer<String> onText;
  private final TokenSampler sampler;
  private final TextStream stream;
  private final float[] scores;
  private final int positions;
  private final TokenSequence said = new TokenSequence();
  private final StringBuilder text = new StringBuilder();
  private final CompletableFuture<Ending> ended = new CompletableFuture<>();
  private final ReentrantLock handingOver = new ReentrantLock();
  private Optional<ContextWindow.Prompt> prompt = Optional.empty();
  private Optional<PromptReading> reading = Optional.empty();
  private volatile boolean firstClause = true;

  /**
   * A reply.
   *
   * @param ends whether a token ends the reply
   * @param positions the longest context
   */
  Reply(
      ChatRequest request,
      Precision precision,
      Tokenizer tokenizer,
      IntPredicate ends,
      int positions,
      Consumer<String> onText) {
    this.request = request;
    this.precision = precision;
    this.ends = ends;
    this.positions = positions;
    this.onText = onText;
    this.sampler = new TokenSampler(request.sampling(), tokenizer.size());
    this.stream = new TextStream(tokenizer);
    this.scores = new float[tokenizer.size()];
  }

  ChatRequest request() {
    return request;
  }

  /** What was said so far. */
  String text() {
    return text.toString();
  }

  @Override
  public CompletionStage<Ending> ended() {
    return ended;
  }

  @Override
  public Lane lane() {
    return firstClause ? Lane.SOUND : Lane.THINKING;
  }

  @Override
  public boolean step(ConversationMemory memory) {
    if (ended.isDone()) {
      return true;
    }
    PromptReading prompting = reading.orElseGet(() -> open(memory));
    if (said.size() == 0) {
      prompting.step();
      if (!prompting.complete()) {
        return false;
      }
    } else {
      memory.reader().read(precision, new int[] {said.get(said.size() - 1)}, 0, 1);
    }
    memory.reader().logits(scores);
    return say(sampler.choose(scores, said), memory);
  }

  private PromptReading open(ConversationMemory memory) {
    ContextWindow.Prompt laid =
        memory.window().prompt(request.messages(), request.sampling().maxTokens());
    PromptReading started = PromptReading.start(memory, laid, precision, PIECE_TOKENS);
    prompt = Optional.of(laid);
    reading = Optional.of(started);
    return started;
  }

  private boolean say(int token, ConversationMemory memory) {
    if (ends.test(token)) {
      return end(Ending.COMPLETE, memory);
    }
    said.add(token);
    handOver(stream.add(token));
    boolean full = memory.reader().cache().length() + 1 >= positions;
    return (full || said.size() == request.sampling().maxTokens()) && end(Ending.LENGTH, memory);
  }

  private boolean end(Ending ending, ConversationMemory memory) {
    handOver(stream.finish());
    prompt.ifPresent(read -> memory.personas().keep(read, memory.reader()));
    ended.complete(ending);
    return true;
  }

  private void handOver(String piece) {
    if (piece.isEmpty()) {
      return;
    }
    handingOver.lock();
    try {
      if (!ended.isDone()) {
        text.append(piece);
        onText.accept(piece);
      }
    } finally {
      handingOver.unlock();
    }
    firstClause &= said.size() < CLAUSE_TOKENS && !endsClause(piece);
  }

  private static boolean endsClause(String piece) {
    return piece.chars().anyMatch(character -> ".,!?;:\n".indexOf(character) >= 0);
  }

  @Override
  public void cancel() {
    // Waits for a piece that is being handed over, so that none comes after this.
    handingOver.lock();
    try {
      ended.complete(Ending.CANCELLED);
    } finally {
      handingOver.unlock();
    }
  }

  @Override
  public void fail(Throwable failure) {
    ended.completeExceptionally(failure);
  }
}
