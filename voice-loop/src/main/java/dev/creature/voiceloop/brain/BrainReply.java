package dev.creature.voiceloop.brain;

import dev.creature.models.language.ChatRequest;
import dev.creature.models.language.Generation;
import dev.creature.models.language.LanguageModel;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * One reply: has the model write, shapes what it writes, and has it write anew when that is not fit
 * to be said, up to the allowed number of attempts; then a line of the persona stands in.
 *
 * <p>{@code lock} guards all fields and is held while text is handed over. The model is started and
 * cancelled outside of it and never on the model's own threads.
 */
final class BrainReply implements Generation {
  private final LanguageModel model;
  private final IntFunction<ChatRequest> requests;
  private final IntFunction<ReplyShaper> shapers;
  private final int attempts;
  private final String lostLine;
  private final Consumer<String> onText;
  private final Executor executor;
  private final CompletableFuture<Ending> ended = new CompletableFuture<>();
  private final ReentrantLock lock = new ReentrantLock();
  private int attempt = -1;
  private boolean over;
  private Optional<Generation> current = Optional.empty();

  /**
   * Prepares a reply.
   *
   * @param requests what is asked of the model in each attempt, from 0
   * @param shapers a shaper for each attempt, which hands on to {@code onText}
   * @param lostLine said when no attempt is fit
   */
  BrainReply(
      LanguageModel model,
      IntFunction<ChatRequest> requests,
      IntFunction<ReplyShaper> shapers,
      int attempts,
      String lostLine,
      Consumer<String> onText,
      Executor executor) {
    this.model = model;
    this.requests = requests;
    this.shapers = shapers;
    this.attempts = attempts;
    this.lostLine = lostLine;
    this.onText = onText;
    this.executor = executor;
  }

  void start() {
    write(0);
  }

  @Override
  public CompletionStage<Ending> ended() {
    return ended;
  }

  @Override
  public void cancel() {
    Optional<Generation> writing = finish();
    writing.ifPresent(Generation::cancel);
    ended.complete(Ending.CANCELLED);
  }

  private void write(int number) {
    ReplyShaper shaper;
    lock.lock();
    try {
      if (over) {
        return;
      }
      attempt = number;
      shaper = shapers.apply(number);
    } finally {
      lock.unlock();
    }
    Generation generation;
    try {
      generation = model.generate(requests.apply(number), text -> text(number, shaper, text));
    } catch (RuntimeException notStarted) {
      var _ = finish();
      ended.completeExceptionally(notStarted);
      return;
    }
    boolean wanted;
    lock.lock();
    try {
      wanted = !over && attempt == number;
      if (wanted) {
        current = Optional.of(generation);
      }
    } finally {
      lock.unlock();
    }
    if (!wanted) {
      generation.cancel();
    }
    var _ =
        generation
            .ended()
            .whenComplete(
                (how, failure) -> ended(number, shaper, how, Optional.ofNullable(failure)));
  }

  private void text(int number, ReplyShaper shaper, String text) {
    lock.lock();
    try {
      if (!over && attempt == number) {
        proceed(number, shaper.read(text));
      }
    } finally {
      lock.unlock();
    }
  }

  private void ended(int number, ReplyShaper shaper, Ending how, Optional<Throwable> failure) {
    lock.lock();
    try {
      if (over || attempt != number) {
        return;
      }
      if (failure.isPresent()) {
        // What was said stands; only a reply without a word has failed.
        if (shaper.end(false) == ReplyShaper.Progress.ENOUGH) {
          proceed(number, ReplyShaper.Progress.ENOUGH);
        } else {
          over = true;
          Throwable cause = failure.get();
          executor.execute(() -> ended.completeExceptionally(unwrapped(cause)));
        }
        return;
      }
      proceed(number, shaper.end(how == Ending.COMPLETE));
    } finally {
      lock.unlock();
    }
  }

  private void proceed(int number, ReplyShaper.Progress progress) {
    switch (progress) {
      case GO_ON -> {}
      case ENOUGH -> complete();
      case UNFIT -> {
        if (number + 1 < attempts) {
          Optional<Generation> unfit = current;
          current = Optional.empty();
          // From now on the old attempt's text is not listened to.
          attempt = number + 1;
          executor.execute(() -> {
            unfit.ifPresent(Generation::cancel);
            write(number + 1);
          });
        } else {
          onText.accept(lostLine);
          complete();
        }
      }
    }
  }

  private void complete() {
    over = true;
    Optional<Generation> writing = current;
    current = Optional.empty();
    executor.execute(() -> {
      writing.ifPresent(Generation::cancel);
      ended.complete(Ending.COMPLETE);
    });
  }

  private Optional<Generation> finish() {
    lock.lock();
    try {
      over = true;
      Optional<Generation> writing = current;
      current = Optional.empty();
      return writing;
    } finally {
      lock.unlock();
    }
  }

  private static Throwable unwrapped(Throwable failure) {
    return failure instanceof java.util.concurrent.CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }
}
