package dev.creature.models.language.endpoint;

import dev.creature.models.language.ChatMessage;
import dev.creature.models.language.ChatRequest;
import dev.creature.models.language.Generation;
import dev.creature.models.language.LanguageModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Two models as one voice: a quick one says the first clause, and a better, slower one goes on from
 * it in the middle of the sentence. The reply begins as soon as the quick one does, and the better
 * one has the time that the clause takes to be spoken.
 *
 * <p>When the better one is late, fails or has nothing to say, the quick one ends the sentence that
 * it began. When the quick one fails, the better one answers alone. A failure within what the
 * better one says ends the reply with {@link Generation.Ending#LENGTH}; the ending is exceptional
 * only when nothing was said and both failed.
 */
public final class OpenedLanguageModel implements LanguageModel {
  private final LanguageModel quick;
  private final LanguageModel better;
  private final Duration budget;
  private final Consumer<FallbackEvent> events;
  private final Stopwatch stopwatch;

  /**
   * Joins two models, which are closed with this one.
   *
   * @param better understands a last message of the assistant as a reply to go on from; one that
   *     begins anew with the same words is understood, too
   * @param budget from the end of the first clause until the better one must have begun; about as
   *     long as the clause takes to be spoken
   * @param events told on whatever thread it happens; must return quickly
   */
  public OpenedLanguageModel(
      LanguageModel quick,
      LanguageModel better,
      Duration budget,
      Consumer<FallbackEvent> events,
      Stopwatch stopwatch) {
    this.quick = quick;
    this.better = better;
    this.budget = budget;
    this.events = events;
    this.stopwatch = stopwatch;
  }

  @Override
  public String name() {
    return quick.name() + ", then " + better.name();
  }

  @Override
  public Generation generate(ChatRequest request, Consumer<String> onText) {
    // On few cores what the better one reads ahead would take time from the first clause.
    better.rest(request.conversation());
    OpenedGeneration reply =
        new OpenedGeneration(
            (opener, text) -> better.generate(begun(request, opener), text),
            onText,
            reason -> events.accept(new FallbackEvent.FellBack(request.conversation(), reason)),
            budget,
            stopwatch);
    reply.begin(text -> quick.generate(request, text));
    return reply;
  }

  private static ChatRequest begun(ChatRequest request, String opener) {
    if (opener.isEmpty()) {
      return request;
    }
    List<ChatMessage> messages = new ArrayList<>(request.messages());
    if (messages.getLast().role() == ChatMessage.Role.ASSISTANT) {
      ChatMessage before = messages.removeLast();
      messages.add(ChatMessage.assistant(before.text() + opener));
    } else {
      messages.add(ChatMessage.assistant(opener));
    }
    return new ChatRequest(request.conversation(), messages, request.sampling());
  }

  /** Both read ahead; only the quick one is waited for. */
  @Override
  public CompletionStage<Void> prepare(ChatRequest request) {
    // Whether the better one can is seen when it goes on.
    var _ = better.prepare(request).exceptionally(_ -> null);
    return quick.prepare(request);
  }

  @Override
  public void rest(String conversation) {
    quick.rest(conversation);
    better.rest(conversation);
  }

  @Override
  public void forget(String conversation) {
    quick.forget(conversation);
    better.forget(conversation);
  }

  @Override
  public void close() {
    quick.close();
    better.close();
  }
}
