package dev.creature.voiceloop.engine;

import dev.creature.actors.conversation.ConversationId;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;

/**
 * The seam behind which a voice lives: the local cascade of models, or a speech-to-speech service.
 *
 * <p>An engine hears every block of the user's audio and says, in events timed on the same clock,
 * what it heard, when it takes the turn, which words it thinks of and their sound. It does not pace
 * the sound: the conversation plays it out, and tells the engine what was heard of it.
 */
public interface VoiceEngine {
  /** Name in settings and reports, such as {@code cascade}. */
  String name();

  /**
   * Makes the engine's side of one conversation.
   *
   * @param conversation whose voice it is
   * @param seed equal seeds and equal sound give equal replies, as far as the engine can
   * @param events receives what the engine hears, thinks and says, in order
   * @return an actor's behavior; it stops on {@link EngineCommand.Close}
   */
  Behavior<EngineCommand> converse(
      ConversationId conversation, long seed, ActorRef<EngineEvent> events);

  /**
   * How busy what it runs on is, 0 to 1, where that is not the processor of this machine: a service
   * elsewhere, a graphics card. Asked from any thread; must not block.
   */
  default double load01() {
    return 0;
  }
}
