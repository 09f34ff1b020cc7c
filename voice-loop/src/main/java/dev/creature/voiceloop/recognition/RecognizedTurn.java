package dev.creature.voiceloop.recognition;

import dev.creature.models.mel.LogMelStream;
import dev.creature.models.mel.MelFeatures;
import dev.creature.models.runtime.InferencePool;
import dev.creature.models.runtime.Lane;
import dev.creature.models.whisper.Recognizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * One turn, being spoken. Thread-safe; no call blocks for longer than it takes to copy samples.
 *
 * <p>At most one look is in flight. A call of {@link #finish} gives up a look that is under way
 * (within one model run) and starts the last one at once, in the lane nearest to sound, with the
 * last partial result as its draft.
 */
public final class RecognizedTurn implements AutoCloseable {
  static final int SAMPLES_PER_MILLI = 16;

  /** New sound that makes another look worth while. */
  private static final int LOOK_EVERY_SAMPLES = 320 * SAMPLES_PER_MILLI;

  /** The same while others wait for the models: partial words are the first to be done without. */
  private static final int BUSY_LOOK_EVERY_SAMPLES = 960 * SAMPLES_PER_MILLI;

  /** Less than this holds no word, and the spectrum needs a little to start from. */
  private static final int SHORTEST_SAMPLES = 100 * SAMPLES_PER_MILLI;

  private static final int FRAME_MILLIS = 10;

  private final Recognizer recognizer;
  private final InferencePool pool;
  private final String conversation;
  private final Consumer<PartialTranscript> partials;

  private final ReentrantLock lock = new ReentrantLock();
  private final LogMelStream spectrum = new LogMelStream();
  private final List<float[]> arrived = new ArrayList<>();
  private final List<CompletableFuture<TurnTranscript>> waiting = new ArrayList<>();
  private TurnWords words = TurnWords.NONE;
  private String published = "";
  private Optional<TurnTranscript> latest = Optional.empty();
  private long accepted;
  private long looked;
  private int look;
  private boolean looking;
  private boolean closed;

  RecognizedTurn(
      Recognizer recognizer,
      InferencePool pool,
      String conversation,
      Consumer<PartialTranscript> partials) {
    this.recognizer = recognizer;
    this.pool = pool;
    this.conversation = conversation;
    this.partials = partials;
  }

  /**
   * Takes the next piece of the turn's sound.
   *
   * @param samples mono, 16 kHz, in [-1, 1]; must not change afterwards
   */
  public void accept(float[] samples) {
    OptionalInt due;
    lock.lock();
    try {
      if (closed) {
        return;
      }
      arrived.add(samples);
      accepted += samples.length;
      latest = Optional.empty();
      due = nextIfDue(false);
    } finally {
      lock.unlock();
    }
    due.ifPresent(number -> launch(number, false));
  }

  /**
   * The words of all that was accepted. The turn may go on afterwards, and be finished again.
   *
   * @return fails with {@link dev.creature.models.runtime.ModelFailure}, or is cancelled when the
   *     turn is closed
   */
  public CompletionStage<TurnTranscript> finish() {
    CompletableFuture<TurnTranscript> result = new CompletableFuture<>();
    int number;
    lock.lock();
    try {
      if (closed) {
        result.cancel(false);
        return result;
      }
      if (latest.isPresent()) {
        result.complete(latest.get());
        return result;
      }
      if (accepted < SHORTEST_SAMPLES) {
        result.complete(new TurnTranscript("", List.of(), accepted / SAMPLES_PER_MILLI));
        return result;
      }
      waiting.add(result);
      number = next();
    } finally {
      lock.unlock();
    }
    launch(number, true);
    return result;
  }

  /** Ends the turn: looks under way are given up, results nobody can use any more are cancelled. */
  @Override
  public void close() {
    List<CompletableFuture<TurnTranscript>> unanswered;
    lock.lock();
    try {
      closed = true;
      look++;
      unanswered = List.copyOf(waiting);
      waiting.clear();
      arrived.clear();
    } finally {
      lock.unlock();
    }
    unanswered.forEach(result -> result.cancel(false));
  }

  /** Numbers the next look, under the lock; whatever look was under way is given up. */
  private int next() {
    looking = true;
    looked = accepted;
    return ++look;
  }

  private OptionalInt nextIfDue(boolean atOnce) {
    boolean enough =
        accepted - looked >= LOOK_EVERY_SAMPLES
            && (accepted - looked >= BUSY_LOOK_EVERY_SAMPLES || !isBusy());
    boolean due = !closed && !looking && (atOnce || enough);
    return due ? OptionalInt.of(next()) : OptionalInt.empty();
  }

  private boolean isBusy() {
    return pool.queued(Lane.SOUND) + pool.queued(Lane.HEARING) > 0;
  }

  private void launch(int number, boolean last) {
    submit(
        last ? Lane.SOUND : Lane.HEARING,
        () -> prepare(number, last),
        prepared -> prepared.ifPresent(ready -> advance(number, ready)),
        failure -> fail(number, failure));
  }

  /** On an inference thread: brings the spectrum up to date and opens the window. */
  private Optional<TurnLook> prepare(int number, boolean last) {
    lock.lock();
    try {
      if (number != look) {
        return Optional.empty();
      }
      arrived.forEach(samples -> spectrum.accept(samples, 0, samples.length));
      arrived.clear();
      looked = accepted;
      int firstFrame = Math.toIntExact(words.windowMillis() / FRAME_MILLIS);
      spectrum.forgetBefore(firstFrame);
      MelFeatures window = spectrum.followedBySilence(firstFrame, Recognizer.SILENT_SAMPLES);
      return Optional.of(new TurnLook(recognizer, window, words, accepted, last));
    } finally {
      lock.unlock();
    }
  }

  private void advance(int number, TurnLook current) {
    if (isGivenUp(number)) {
      current.close();
      return;
    }
    submit(
        current.isLast() ? Lane.SOUND : Lane.HEARING,
        current::step,
        more -> {
          if (more) {
            advance(number, current);
          } else {
            complete(number, current);
          }
        },
        failure -> {
          current.close();
          fail(number, failure);
        });
  }

  private boolean isGivenUp(int number) {
    lock.lock();
    try {
      return number != look;
    } finally {
      lock.unlock();
    }
  }

  private void complete(int number, TurnLook current) {
    Optional<PartialTranscript> news = Optional.empty();
    Optional<TurnTranscript> result = Optional.empty();
    List<CompletableFuture<TurnTranscript>> answered = List.of();
    try (current) {
      TurnWords now = current.words(recognizer.vocabulary());
      lock.lock();
      try {
        if (number != look) {
          return;
        }
        words = now;
        looking = false;
        looked = current.heardSamples();
        PartialTranscript partial = now.partial(current.heardMillis(), recognizer.vocabulary());
        if (!partial.text().equals(published)) {
          published = partial.text();
          news = Optional.of(partial);
        }
        if (current.isLast() && current.isWhole()) {
          result = Optional.of(now.complete(current.heardMillis(), recognizer.vocabulary()));
          latest = current.heardSamples() == accepted ? result : Optional.empty();
          answered = List.copyOf(waiting);
          waiting.clear();
        }
      } finally {
        lock.unlock();
      }
    }
    try {
      news.ifPresent(partials);
    } finally {
      for (CompletableFuture<TurnTranscript> future : answered) {
        result.ifPresent(future::complete);
      }
      launchIfDue(current.isLast() && !current.isWhole());
    }
  }

  private void launchIfDue(boolean last) {
    OptionalInt due;
    lock.lock();
    try {
      due = nextIfDue(last);
    } finally {
      lock.unlock();
    }
    due.ifPresent(number -> launch(number, last));
  }

  private void fail(int number, Throwable failure) {
    List<CompletableFuture<TurnTranscript>> unanswered;
    lock.lock();
    try {
      if (number != look) {
        return;
      }
      looking = false;
      unanswered = List.copyOf(waiting);
      waiting.clear();
    } finally {
      lock.unlock();
    }
    unanswered.forEach(result -> result.completeExceptionally(failure));
  }

  private <T> void submit(
      Lane lane, Callable<T> work, Consumer<T> then, Consumer<Throwable> otherwise) {
    try {
      pool.submit(lane, conversation, work)
          .whenComplete((value, failure) -> {
            if (failure == null) {
              then.accept(value);
            } else {
              otherwise.accept(failure);
            }
          });
    } catch (RejectedExecutionException closedPool) {
      otherwise.accept(closedPool);
    }
  }
}
