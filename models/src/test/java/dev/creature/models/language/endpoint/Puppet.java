package dev.creature.models.language.endpoint;

import dev.creature.models.language.ChatRequest;
import dev.creature.models.language.Generation;
import dev.creature.models.language.LanguageModel;
import dev.creature.models.runtime.ModelFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A model whose replies the test writes. */
final class Puppet implements LanguageModel {
  final List<Strings> replies = new ArrayList<>();
  boolean resting;
  private boolean closed;

  /** One reply. */
  static final class Strings implements Generation {
    final ChatRequest request;
    private final Consumer<String> onText;
    private final CompletableFuture<Ending> ended = new CompletableFuture<>();

    Strings(ChatRequest request, Consumer<String> onText) {
      this.request = request;
      this.onText = onText;
    }

    void say(String text) {
      onText.accept(text);
    }

    void end() {
      ended.complete(Ending.COMPLETE);
    }

    void fail(String reason) {
      ended.completeExceptionally(new ModelFailure(reason));
    }

    boolean cancelled() {
      return ended.getNow(Ending.COMPLETE) == Ending.CANCELLED;
    }

    @Override
    public CompletionStage<Ending> ended() {
      return ended;
    }

    @Override
    public void cancel() {
      ended.complete(Ending.CANCELLED);
    }
  }

  Strings last() {
    return replies.getLast();
  }

  @Override
  public String name() {
    return "puppet";
  }

  @Override
  public Generation generate(ChatRequest request, Consumer<String> onText) {
    if (closed) {
      throw new ModelFailure("closed");
    }
    replies.add(new Strings(request, onText));
    return last();
  }

  @Override
  public CompletionStage<Void> prepare(ChatRequest request) {
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void rest(String conversation) {
    resting = true;
  }

  @Override
  public void forget(String conversation) {}

  @Override
  public void close() {
    closed = true;
  }
}
