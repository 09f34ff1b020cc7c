package dev.creature.models.language.embedded;

import dev.creature.models.language.ChatMessage;
import dev.creature.models.language.assembly.Precision;
import dev.creature.models.language.constrained.ToolGrammar;
import dev.creature.models.language.constrained.Writing;
import dev.creature.models.language.tokens.TokenSequence;
import dev.creature.models.language.tokens.Tokenizer;
import dev.creature.models.language.tooluse.ToolAnswer;
import dev.creature.models.language.tooluse.ToolModel;
import dev.creature.models.runtime.Lane;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * An answer with calls that is being written, always by its grammar. What the grammar leaves no
 * choice about is read in one piece with the token before it.
 *
 * <p>Steps come one after the other, on an inference thread; {@link #cancel} from any thread.
 */
final class ToolReply implements Work, ToolModel.Asking {
  static final int MOST_TOKENS = 320;

  /** A piece takes about half a second: so long a cancelled answer may still run. */
  private static final int PIECE_TOKENS = 16;

  private final List<ChatMessage> messages;
  private final Writing writing;
  private final Tokenizer tokenizer;
  private final float[] scores;
  private final CompletableFuture<ToolAnswer> answer = new CompletableFuture<>();
  private Optional<PromptReading> reading = Optional.empty();
  private int[] unread = {};

  /**
   * An answer.
   *
   * @param messages the dialogue, with what stands for the tools
   * @param writing what it may be
   */
  ToolReply(List<ChatMessage> messages, Writing writing, Tokenizer tokenizer) {
    this.messages = messages;
    this.writing = writing;
    this.tokenizer = tokenizer;
    this.scores = new float[tokenizer.size()];
  }

  @Override
  public CompletionStage<ToolAnswer> answer() {
    return answer;
  }

  /** The same, to be ended from outside. */
  CompletableFuture<ToolAnswer> ending() {
    return answer;
  }

  @Override
  public Lane lane() {
    return Lane.BACKGROUND;
  }

  @Override
  public boolean step(ConversationMemory memory) {
    if (answer.isDone()) {
      return true;
    }
    PromptReading prompt = reading.orElseGet(() -> open(memory));
    if (unread.length == 0) {
      prompt.step();
      if (!prompt.complete()) {
        return false;
      }
    }
    if (unread.length > 0) {
      // What was written last, and nothing else: the prompt was read before.
      memory.reader().read(Precision.FAST, unread, 0, unread.length);
    }
    memory.reader().logits(scores);
    int token = writing.write(scores);
    unread = new TokenSequence().add(token).addAll(forced()).toArray();
    if (writing.over()) {
      answer.complete(ToolGrammar.read(writing.text()));
      return true;
    }
    return false;
  }

  private int[] forced() {
    String text = writing.forced();
    int[] tokens = tokenizer.encode(text);
    writing.write(text, tokens.length);
    return tokens;
  }

  private PromptReading open(ConversationMemory memory) {
    ContextWindow.Prompt laid = memory.window().prompt(messages, MOST_TOKENS);
    ContextWindow.Prompt begun =
        new ContextWindow.Prompt(
            new TokenSequence().addAll(laid.tokens()).addAll(forced()).toArray(),
            laid.personaLength());
    PromptReading started = PromptReading.start(memory, begun, Precision.FAST, PIECE_TOKENS);
    reading = Optional.of(started);
    return started;
  }

  @Override
  public void cancel() {
    answer.completeExceptionally(new CancellationException("the answer is not wanted any more"));
  }

  @Override
  public void fail(Throwable failure) {
    answer.completeExceptionally(failure);
  }
}
