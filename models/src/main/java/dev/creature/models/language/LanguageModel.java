package dev.creature.models.language;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Writes replies, a piece of text at a time. Shared by all conversations; no call blocks.
 *
 * <p>The caller always hands over the whole dialogue; what a model has already read of it (the
 * longest common prefix) is not read again.
 */
public interface LanguageModel extends AutoCloseable {
  /** Short name for logs, reports and settings, such as {@code smollm2-135m-instruct}. */
  String name();

  /**
   * Starts a reply.
   *
   * @param request the dialogue
   * @param onText receives each piece of text, whole code points, in order, on a thread of the
   *     model; must return quickly
   */
  Generation generate(ChatRequest request, Consumer<String> onText);

  /**
   * Reads a dialogue ahead, so that the reply to it starts sooner. The last message may still grow.
   *
   * @return completes when read; a model that has no use for it completes at once
   */
  CompletionStage<Void> prepare(ChatRequest request);

  /**
   * Stops reading ahead, because the processor is needed for something else. What was read so far
   * is kept; the next {@link #generate} reads the rest.
   */
  void rest(String conversation);

  /** Drops what is kept for a conversation that is over. */
  void forget(String conversation);

  /** Ends replies in progress and frees what this model holds. */
  @Override
  void close();
}
