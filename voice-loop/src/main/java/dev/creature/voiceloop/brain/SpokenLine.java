package dev.creature.voiceloop.brain;

import dev.creature.models.language.Generation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A reply that needs no model. */
final class SpokenLine implements Generation {
  private final String line;
  private final Consumer<String> onText;
  private final CompletableFuture<Ending> ended = new CompletableFuture<>();
  private boolean cancelled;

  SpokenLine(String line, Consumer<String> onText) {
    this.line = line;
    this.onText = onText;
  }

  synchronized void run() {
    if (!cancelled) {
      onText.accept(line);
      ended.complete(Ending.COMPLETE);
    }
  }

  @Override
  public CompletionStage<Ending> ended() {
    return ended;
  }

  @Override
  public synchronized void cancel() {
    cancelled = true;
    ended.complete(Ending.CANCELLED);
  }
}
