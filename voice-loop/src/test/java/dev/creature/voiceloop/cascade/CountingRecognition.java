package dev.creature.voiceloop.cascade;

import dev.creature.voiceloop.recognition.PartialTranscript;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Counts what it is asked for, and hears so many times; or fails, or never has the words. */
final class CountingRecognition implements Recognition {
  final AtomicInteger turns = new AtomicInteger();
  final AtomicInteger samples = new AtomicInteger();
  final AtomicReference<Consumer<PartialTranscript>> partial = new AtomicReference<>(_ -> {});
  volatile boolean failing;
  volatile boolean slow;

  @Override
  public Turn begin(String conversation, Consumer<PartialTranscript> listener) {
    turns.incrementAndGet();
    partial.set(listener);
    return new Turn() {
      private final CompletableFuture<String> never = new CompletableFuture<>();
      private int finished;

      @Override
      public void accept(float[] piece) {
        samples.addAndGet(piece.length);
      }

      @Override
      public CompletionStage<String> finish() {
        finished++;
        if (slow) {
          return never.thenApply(text -> text);
        }
        return failing
            ? CompletableFuture.failedFuture(new IllegalStateException("no words today"))
            : CompletableFuture.completedFuture("heard " + finished + " times");
      }

      @Override
      public void close() {
        never.cancel(false);
      }
    };
  }
}
