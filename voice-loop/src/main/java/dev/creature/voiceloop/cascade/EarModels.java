package dev.creature.voiceloop.cascade;

import dev.creature.models.runtime.InferencePool;
import dev.creature.models.runtime.Lane;
import dev.creature.voiceloop.cascade.LocalEars.TurnJudge;
import dev.creature.voiceloop.cascade.LocalEars.VoiceJudge;
import dev.creature.voiceloop.ears.VoiceActivitySettings;
import dev.creature.voiceloop.noise.NoiseSuppression;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.ToDoubleFunction;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/**
 * Asks the models of one conversation's ears. Each answer comes as a message to the ears' actor,
 * with the number of the pause that it is about.
 */
final class EarModels {
  /** What ears are made of. */
  record Parts(
      InferencePool pool,
      NoiseSuppression.Stream noise,
      VoiceJudge voiceJudge,
      TurnJudge turnJudge,
      Recognition recognition,
      VoiceActivitySettings settings) {}

  /** How likely each window holds a voice. */
  record Judged(List<OwnSound.Window> windows, double[] probabilities) implements EarsCommand {}

  record JudgingFailed(String message) implements EarsCommand {}

  /**
   * How likely the turn is over.
   *
   * @param failure where there is no probability
   */
  record TurnJudged(int pause, OptionalDouble probability, String failure) implements EarsCommand {}

  /**
   * All words of the turn up to a pause.
   *
   * @param failure where there is no text
   */
  record Finished(int pause, Optional<String> text, String failure) implements EarsCommand {}

  /** Nobody needs to know any more: the user went on, or the turn was taken or given up. */
  record NotNeeded() implements EarsCommand {}

  private final ActorContext<EarsCommand> context;
  private final String conversation;
  private final Parts parts;
  private CompletableFuture<Double> judging = CompletableFuture.completedFuture(0.0);

  EarModels(ActorContext<EarsCommand> context, String conversation, Parts parts) {
    this.context = context;
    this.conversation = conversation;
    this.parts = parts;
  }

  /** Judges windows of sound, in order, on an inference thread. */
  void judge(List<OwnSound.Window> windows, ToDoubleFunction<OwnSound.Window> judge) {
    context.pipeToSelf(
        parts
            .pool()
            .submit(
                Lane.LISTENING, conversation, () -> windows.stream().mapToDouble(judge).toArray()),
        (probabilities, failure) ->
            failure == null
                ? new Judged(windows, probabilities)
                : new JudgingFailed(String.valueOf(failure.getMessage())));
  }

  /** Whether somebody's sound waits for the models already. */
  boolean busy() {
    return parts.pool().queued(Lane.SOUND) > 0;
  }

  /** Asks whether the turn is over. */
  void judgeEnd(float[] heard, int pause) {
    judging =
        parts.pool().submit(Lane.SOUND, conversation, () -> parts.turnJudge().probability(heard));
    context.pipeToSelf(
        judging,
        (probability, failure) -> {
          if (failure == null) {
            return new TurnJudged(pause, OptionalDouble.of(probability), "");
          }
          return isCancelled(failure)
              ? new NotNeeded()
              : new TurnJudged(pause, OptionalDouble.empty(), String.valueOf(failure.getMessage()));
        });
  }

  /** Nobody needs to know any more whether the turn was over: what waits is dropped. */
  void forgetEnd() {
    judging.cancel(false);
  }

  /** Has all words of the turn so far recognised. */
  void finish(Recognition.Turn words, int pause) {
    context.pipeToSelf(
        words.finish(),
        (text, failure) -> {
          if (failure == null) {
            return new Finished(pause, Optional.of(text), "");
          }
          return isCancelled(failure)
              ? new NotNeeded()
              : new Finished(pause, Optional.empty(), String.valueOf(failure.getMessage()));
        });
  }

  private static boolean isCancelled(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof CancellationException;
  }
}
