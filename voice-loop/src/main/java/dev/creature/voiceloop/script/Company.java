package dev.creature.voiceloop.script;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.voiceloop.link.Speaker;
import dev.creature.voiceloop.recording.EventLog;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/** Who else is there when a scripted conversation is held, such as those who do what is asked. */
public interface Company {
  /** Nobody. */
  Company NONE =
      new Company() {
        @Override
        public ActorSystem<Void> start(Behavior<Void> guardian) {
          return ActorSystem.create(guardian, "creature");
        }

        @Override
        public Consumer<ConversationEvent> join(ActorContext<Void> context, Seat seat) {
          return _ -> {};
        }
      };

  /**
   * A place beside the conversation.
   *
   * @param log writes further events, and what is seen, down
   * @param atMillis the conversation's clock; any thread
   * @param tell has words spoken in the next breath; any thread
   */
  record Seat(
      ConversationId conversation,
      ActorRef<EventLog.Entry> log,
      LongSupplier atMillis,
      Consumer<String> tell) {}

  /** Starts the actor system with what the company needs. */
  ActorSystem<Void> start(Behavior<Void> guardian);

  /** Takes its seat; the answer is told of every event, and must not block. */
  Consumer<ConversationEvent> join(ActorContext<Void> context, Seat seat);

  /** What the conversation plays through: the loudspeaker, or what listens in on its way there. */
  default Speaker way(Speaker loudspeaker) {
    return loudspeaker;
  }

  /** The conversation's clock stands here now. Called for every block of sound; must not block. */
  default void clock(long nowMillis) {}
}
