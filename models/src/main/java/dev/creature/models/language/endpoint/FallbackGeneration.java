package dev.creature.models.language.endpoint;

import dev.creature.models.language.Generation;
import dev.creature.models.runtime.ModelFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One reply by two models: the first has until its budget to begin; then, or when it fails before,
 * the second begins in its place.
 *
 * <p>{@code lock} guards the phase and is held while text is handed over. No generation is started
 * or cancelled under it: those take locks of their own, under which they hand text to us.
 */
final class FallbackGeneration implements Generation {
  private enum Phase {
    /** The first model has not begun. */
    WAITING,
    /** The first model is writing. */
    FIRST,
    /** The second model is writing, or about to. */
    SECOND,
    ENDED
  }

  /** Who hears how the first model did. */
  interface Observer {
    void firstFinished();

    void firstFailed(String reason, boolean begun);
  }

  private final Function<Consumer<String>, Generation> second;
  private final Consumer<String> onText;
  private final Observer observer;
  private final CompletableFuture<Ending> ended = new CompletableFuture<>();
  private final ReentrantLock lock = new ReentrantLock();
  private Phase phase = Phase.WAITING;
  private Optional<Generation> current = Optional.empty();
  private Runnable stopAlarm = () -> {};

  FallbackGeneration(
      Function<Consumer<String>, Generation> second, Consumer<String> onText, Observer observer) {
    this.second = second;
    this.onText = onText;
    this.observer = observer;
  }

  /** Lets the first model try. */
  void begin(Function<Consumer<String>, Generation> first, Duration budget, Stopwatch stopwatch) {
    Runnable stop = stopwatch.after(budget, () -> firstIsLate(budget));
    locked(() -> stopAlarm = stop);
    Generation generation;
    try {
      generation = first.apply(this::firstSays);
    } catch (RuntimeException notStarted) {
      firstEnded(Optional.empty(), Optional.of(notStarted));
      return;
    }
    adopt(generation, Phase.WAITING, Phase.FIRST);
    var _ =
        generation
            .ended()
            .whenComplete((how, failure) ->
                firstEnded(Optional.ofNullable(how), Optional.ofNullable(failure)));
  }

  /** Has the second model write the reply. */
  void beginSecond() {
    locked(() -> phase = phase == Phase.ENDED ? Phase.ENDED : Phase.SECOND);
    startSecond();
  }

  @Override
  public CompletionStage<Ending> ended() {
    return ended;
  }

  @Override
  public void cancel() {
    end();
    ended.complete(Ending.CANCELLED);
  }

  private void firstSays(String text) {
    lock.lock();
    try {
      if (phase == Phase.WAITING) {
        phase = Phase.FIRST;
        stopAlarm.run();
      }
      if (phase == Phase.FIRST) {
        onText.accept(text);
      }
    } finally {
      lock.unlock();
    }
  }

  private void firstIsLate(Duration budget) {
    giveUpFirst("has not begun within " + budget.toMillis() + " ms");
  }

  private void firstEnded(Optional<Ending> how, Optional<Throwable> failure) {
    Phase before = phase();
    String reason =
        failure.map(FallbackGeneration::inWords).orElse("has ended its reply without a word");
    switch (before) {
      case WAITING -> giveUpFirst(reason);
      case FIRST -> {
        end();
        if (failure.isPresent()) {
          observer.firstFailed(reason, true);
        } else {
          observer.firstFinished();
        }
        // What was said stands; a reply that broke off is one that ended short.
        ended.complete(failure.isPresent() ? Ending.LENGTH : how.orElse(Ending.COMPLETE));
      }
      case SECOND, ENDED -> {}
    }
  }

  private void giveUpFirst(String reason) {
    Optional<Generation> late;
    lock.lock();
    try {
      if (phase != Phase.WAITING) {
        return;
      }
      phase = Phase.SECOND;
      stopAlarm.run();
      late = current;
      current = Optional.empty();
    } finally {
      lock.unlock();
    }
    late.ifPresent(Generation::cancel);
    observer.firstFailed(reason, false);
    startSecond();
  }

  private void startSecond() {
    if (phase() != Phase.SECOND) {
      return;
    }
    Generation generation;
    try {
      generation = second.apply(this::secondSays);
    } catch (RuntimeException notStarted) {
      end();
      ended.completeExceptionally(notStarted);
      return;
    }
    adopt(generation, Phase.SECOND, Phase.SECOND);
    var _ =
        generation
            .ended()
            .whenComplete((how, failure) -> {
              end();
              if (failure != null) {
                ended.completeExceptionally(unwrapped(failure));
              } else {
                ended.complete(how);
              }
            });
  }

  private void secondSays(String text) {
    lock.lock();
    try {
      if (phase == Phase.SECOND) {
        onText.accept(text);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Keeps the generation for cancelling, or cancels it when its phase is over already. */
  private void adopt(Generation generation, Phase either, Phase or) {
    boolean wanted;
    lock.lock();
    try {
      wanted = phase == either || phase == or;
      if (wanted) {
        current = Optional.of(generation);
      }
    } finally {
      lock.unlock();
    }
    if (!wanted) {
      generation.cancel();
    }
  }

  /** No text from now on; whatever still writes is cancelled. */
  private void end() {
    Optional<Generation> open;
    lock.lock();
    try {
      phase = Phase.ENDED;
      stopAlarm.run();
      open = current;
      current = Optional.empty();
    } finally {
      lock.unlock();
    }
    open.ifPresent(Generation::cancel);
  }

  static String inWords(Throwable failure) {
    Throwable cause = unwrapped(failure);
    return cause instanceof ModelFailure && cause.getMessage() != null
        ? cause.getMessage()
        : cause.toString();
  }

  static Throwable unwrapped(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  private Phase phase() {
    lock.lock();
    try {
      return phase;
    } finally {
      lock.unlock();
    }
  }

  private void locked(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }
}
