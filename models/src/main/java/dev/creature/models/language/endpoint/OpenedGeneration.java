package dev.creature.models.language.endpoint;

import dev.creature.models.language.Generation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One reply of an {@link OpenedLanguageModel}.
 *
 * <p>{@code lock} guards all state and is held while text is handed over. No generation is started
 * or cancelled under it: those take locks of their own, under which they hand text to us.
 */
final class OpenedGeneration implements Generation {
  private enum Phase {
    /** The quick model says the first clause. */
    OPENING,
    /** The clause is said; the better model was asked, the quick one's next words are kept. */
    WAITING,
    /** The better model goes on. */
    BETTER,
    /** The better model cannot: the quick one ends its sentence. */
    CLOSING,
    ENDED
  }

  private final BiFunction<String, Consumer<String>, Generation> goOn;
  private final Consumer<String> onText;
  private final Consumer<String> gaveUp;
  private final Duration budget;
  private final Stopwatch stopwatch;
  private final CompletableFuture<Ending> ended = new CompletableFuture<>();
  private final ReentrantLock lock = new ReentrantLock();
  private Phase phase = Phase.OPENING;

  /** What the quick model wrote: up to {@code said} it was handed over. */
  private final StringBuilder written = new StringBuilder();

  private int said;
  private boolean quickOver;
  private Optional<Throwable> failure = Optional.empty();
  private Seam seam = new Seam("");
  private Optional<Generation> quick = Optional.empty();
  private Optional<Generation> better = Optional.empty();
  private Runnable stopAlarm = () -> {};

  OpenedGeneration(
      BiFunction<String, Consumer<String>, Generation> goOn,
      Consumer<String> onText,
      Consumer<String> gaveUp,
      Duration budget,
      Stopwatch stopwatch) {
    this.goOn = goOn;
    this.onText = onText;
    this.gaveUp = gaveUp;
    this.budget = budget;
    this.stopwatch = stopwatch;
  }

  void begin(Function<Consumer<String>, Generation> opening) {
    Generation generation;
    try {
      generation = opening.apply(this::quickSays);
    } catch (RuntimeException notStarted) {
      quickEnded(Optional.of(notStarted));
      return;
    }
    if (!locked(
        () -> {
          quick = Optional.of(generation);
          return phase != Phase.ENDED && phase != Phase.BETTER;
        })) {
      generation.cancel();
    }
    var _ = generation.ended().whenComplete((_, reason) -> quickEnded(Optional.ofNullable(reason)));
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

  private void quickSays(String text) {
    boolean clause =
        locked(() -> {
          written.append(text);
          if (phase != Phase.OPENING) {
            return false;
          }
          int end = OpenerCut.clauseEnd(written);
          // With the space behind it, at which whoever speaks it sees that it is over.
          say(end < 0 ? written.length() : Math.max(end + 1, said));
          return end >= 0;
        });
    if (clause) {
      askBetter();
    } else {
      closeWhenWhole();
    }
  }

  private void quickEnded(Optional<Throwable> reason) {
    boolean opening =
        locked(() -> {
          quickOver = true;
          failure = reason;
          return phase == Phase.OPENING;
        });
    if (opening) {
      askBetter();
    } else {
      closeWhenWhole();
    }
  }

  private void askBetter() {
    Optional<String> opener =
        locked(() -> {
          if (phase != Phase.OPENING) {
            return Optional.empty();
          }
          phase = Phase.WAITING;
          String before = written.substring(0, said);
          seam = new Seam(before);
          return Optional.of(before.strip());
        });
    if (opener.isEmpty()) {
      return;
    }
    Runnable stop =
        stopwatch.after(
            budget, () -> betterGaveUp("has not gone on within " + budget.toMillis() + " ms"));
    if (!locked(
        () -> {
          stopAlarm = stop;
          return phase == Phase.WAITING;
        })) {
      stop.run();
    }
    Generation generation;
    try {
      generation = goOn.apply(opener.get(), this::betterSays);
    } catch (RuntimeException notStarted) {
      betterGaveUp(FallbackGeneration.inWords(notStarted));
      return;
    }
    if (!locked(
        () -> {
          better = Optional.of(generation);
          return phase == Phase.WAITING || phase == Phase.BETTER;
        })) {
      generation.cancel();
    }
    var _ =
        generation
            .ended()
            .whenComplete((how, reason) ->
                betterEnded(Optional.ofNullable(how), Optional.ofNullable(reason)));
  }

  private void betterSays(String text) {
    Optional<Generation> silenced =
        locked(() -> {
          if (phase != Phase.WAITING && phase != Phase.BETTER) {
            return Optional.empty();
          }
          String next = seam.take(text);
          if (next.isBlank() && phase == Phase.WAITING) {
            return Optional.empty();
          }
          boolean first = phase == Phase.WAITING;
          phase = Phase.BETTER;
          stopAlarm.run();
          onText.accept(next);
          return first ? quick : Optional.empty();
        });
    silenced.ifPresent(Generation::cancel);
  }

  private void betterEnded(Optional<Ending> how, Optional<Throwable> reason) {
    if (phase() == Phase.BETTER) {
      end();
      ended.complete(reason.isPresent() ? Ending.LENGTH : how.orElse(Ending.COMPLETE));
    } else {
      betterGaveUp(reason.map(FallbackGeneration::inWords).orElse("has nothing to go on with"));
    }
  }

  private void betterGaveUp(String reason) {
    boolean late =
        locked(() -> {
          if (phase != Phase.WAITING) {
            return false;
          }
          phase = Phase.CLOSING;
          stopAlarm.run();
          return true;
        });
    if (late) {
      Optional<Generation> silenced = locked(() -> better);
      silenced.ifPresent(Generation::cancel);
      gaveUp.accept(reason);
      closeWhenWhole();
    }
  }

  /** Hands over what the quick model has of its sentence; ends the reply with the sentence. */
  private void closeWhenWhole() {
    boolean whole =
        locked(() -> {
          if (phase != Phase.CLOSING) {
            return false;
          }
          if (OpenerCut.endsSentence(written, wordsEnd())) {
            return true;
          }
          int end = OpenerCut.sentenceEnd(written, said);
          say(end < 0 ? written.length() : end);
          return end >= 0 || quickOver;
        });
    if (!whole) {
      return;
    }
    boolean silent = locked(() -> written.toString().isBlank());
    Optional<Throwable> why = locked(() -> failure);
    end();
    if (silent && why.isPresent()) {
      ended.completeExceptionally(FallbackGeneration.unwrapped(why.get()));
    } else {
      ended.complete(why.isPresent() ? Ending.LENGTH : Ending.COMPLETE);
    }
  }

  private void say(int until) {
    if (until > said) {
      onText.accept(written.substring(said, until));
      said = until;
    }
  }

  /** Where the last word ends that was said. */
  private int wordsEnd() {
    int end = said;
    while (end > 0 && Character.isWhitespace(written.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** No text from now on; whatever still writes is cancelled. */
  private void end() {
    List<Generation> open =
        locked(() -> {
          phase = Phase.ENDED;
          stopAlarm.run();
          return Stream.concat(quick.stream(), better.stream()).toList();
        });
    open.forEach(Generation::cancel);
  }

  private Phase phase() {
    return locked(() -> phase);
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
