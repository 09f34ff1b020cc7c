package dev.creature.voiceloop.cascade;

import dev.creature.actors.conversation.ConversationId;
import dev.creature.models.runtime.InferencePool;
import dev.creature.voiceloop.ears.VoiceActivitySettings;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Ears made of local models: Silero VAD, Smart Turn and a recogniser. */
final class LocalEars implements Ears {
  /**
   * Judges windows of one conversation's sound, one after the other. Runs on an inference thread.
   */
  @FunctionalInterface
  interface VoiceJudge {
    /** Probability of speech in the next window of 512 samples. */
    double probability(float[] window);
  }

  /** Judges whether a turn has ended. Runs on an inference thread. */
  @FunctionalInterface
  interface TurnJudge {
    /** Probability that the turn is complete, from its sound up to now. */
    double probability(float[] turn);
  }

  /** Makes a judge for each conversation. */
  @FunctionalInterface
  interface VoiceJudges {
    VoiceJudge open();
  }

  private final InferencePool pool;
  private final VoiceJudges voiceJudges;
  private final TurnJudge turnJudge;
  private final Recognition recognition;
  private final VoiceActivitySettings settings;

  LocalEars(
      InferencePool pool,
      VoiceJudges voiceJudges,
      TurnJudge turnJudge,
      Recognition recognition,
      VoiceActivitySettings settings) {
    this.pool = pool;
    this.voiceJudges = voiceJudges;
    this.turnJudge = turnJudge;
    this.recognition = recognition;
    this.settings = settings;
  }

  @Override
  public Behavior<EarsCommand> listen(ConversationId conversation, ActorRef<EarsEvent> events) {
    return Behaviors.setup(context ->
        new ListeningEars(
                context,
                conversation.value(),
                new EarModels.Parts(pool, voiceJudges.open(), turnJudge, recognition, settings),
                events)
            .listening());
  }
}
