package dev.creature.actors.talk;

import dev.creature.actors.conversation.ConversationId;
import java.time.Duration;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.Effect;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.RetentionCriteria;

/**
 * Stores a conversation for the node that has it. A node with an older fence is refused; where two
 * write at once, the journal takes one of them, and the other finds out when it reads again.
 */
final class Talk extends EventSourcedBehavior<Talk.Command, TalkEvent, TalkState> {
  sealed interface Command {}

  /** The node with this fence has the conversation from now on. */
  record Begin(long fence, String node, ActorRef<Answer> replyTo) implements Command {}

  /**
   * Store this.
   *
   * @param number counts the events of this fence from 1; one that was stored is not stored again
   */
  record Keep(long fence, long number, TalkEvent event, ActorRef<Answer> replyTo)
      implements Command {}

  /** What became of it. */
  sealed interface Answer {}

  /** It is stored up to this number. */
  record Kept(long number) implements Answer {}

  /** The conversation as it was before this node had it. */
  record Begun(TalkState state) implements Answer {}

  /** Another node has the conversation. */
  record Fenced(long fence) implements Answer {}

  private Talk(ConversationId conversation) {
    super(
        PersistenceId.of("talk", conversation.value()),
        SupervisorStrategy.restartWithBackoff(Duration.ofMillis(200), Duration.ofSeconds(2), 0.2)
            .withStashCapacity(100));
  }

  static Behavior<Command> create(ConversationId conversation) {
    return Behaviors.setup(_ -> new Talk(conversation));
  }

  @Override
  public TalkState emptyState() {
    return TalkState.EMPTY;
  }

  @Override
  public EventHandler<TalkState, TalkEvent> eventHandler() {
    return TalkState::after;
  }

  @Override
  public RetentionCriteria retentionCriteria() {
    return RetentionCriteria.snapshotEvery(100, 2);
  }

  @Override
  public CommandHandler<Command, TalkEvent, TalkState> commandHandler() {
    return (state, command) ->
        switch (command) {
          case Begin begin -> begin(state, begin);
          case Keep keep -> keep(state, keep);
        };
  }

  private Effect<TalkEvent, TalkState> begin(TalkState state, Begin begin) {
    if (begin.fence() < state.fence()) {
      return Effect().none().thenRun(() -> begin.replyTo().tell(new Fenced(state.fence())));
    }
    if (begin.fence() == state.fence()) {
      return Effect().none().thenRun(() -> begin.replyTo().tell(new Begun(state)));
    }
    return Effect()
        .persist(new TalkEvent.Moved(begin.fence(), begin.node()))
        .thenRun((TalkState after) -> begin.replyTo().tell(new Begun(after)));
  }

  private Effect<TalkEvent, TalkState> keep(TalkState state, Keep keep) {
    if (keep.fence() != state.fence()) {
      return Effect().none().thenRun(() -> keep.replyTo().tell(new Fenced(state.fence())));
    }
    if (keep.number() != state.kept() + 1) {
      return Effect().none().thenRun(() -> keep.replyTo().tell(new Kept(state.kept())));
    }
    return Effect()
        .persist(keep.event())
        .thenRun((TalkState after) -> keep.replyTo().tell(new Kept(after.kept())));
  }
}
