package dev.creature.deploy.node;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.link.LinkInput;
import dev.creature.actors.talk.TalkMemory;
import dev.creature.actors.talk.TalkState;
import java.time.Duration;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * What a session has stored of its conversation, and what another node had stored before. Not
 * thread-safe: part of its session.
 */
final class SessionMemory {
  /** A journal that takes longer to say what was said is not waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** For the session: the memory says so. */
  record Remembered(TalkMemory.News news) implements LinkInput {}

  /** For the session: what was said before is not waited for any longer. */
  enum Forgotten implements LinkInput {
    INSTANCE
  }

  private final ActorContext<LinkInput> context;
  private final SessionInput.Seat seat;
  private final String node;
  private Optional<ActorRef<TalkMemory.Command>> memory = Optional.empty();
  private Optional<TalkState> before = Optional.empty();
  private boolean recalling;
  private long toStore;
  private long stored;

  SessionMemory(ActorContext<LinkInput> context, SessionInput.Seat seat, String node) {
    this.context = context;
    this.seat = seat;
    this.node = node;
    this.recalling = seat.restored();
  }

  void start(TimerScheduler<LinkInput> timers) {
    if (recalling) {
      timers.startSingleTimer(Forgotten.INSTANCE, PATIENCE);
    }
  }

  /** From now on what happens is stored, with this fence. */
  void keep(long fence) {
    if (memory.isEmpty()) {
      ActorRef<TalkMemory.News> news =
          context.messageAdapter(TalkMemory.News.class, Remembered::new);
      memory =
          Optional.of(context.spawn(TalkMemory.create(seat.id(), fence, node, news), "memory"));
    }
  }

  void observed(ConversationEvent event) {
    if (memory.isPresent() && TalkMemory.isStored(event)) {
      toStore++;
    }
    memory.ifPresent(talk -> talk.tell(new TalkMemory.Observed(event)));
  }

  /** So much of it is stored. */
  void stored(long events) {
    stored = events;
  }

  /** Whether another node would find all that was said. */
  boolean isSafe() {
    return stored >= toStore;
  }

  /** Whether what was said before is still to come. */
  boolean isRecalling() {
    return recalling;
  }

  /**
   * This was said before; nothing where nobody could tell in time.
   *
   * @return whether it was waited for
   */
  boolean recalled(Optional<TalkState> state) {
    if (!recalling) {
      return false;
    }
    recalling = false;
    before = state.filter(known -> known.lastTurn() > 0);
    before
        .flatMap(TalkState::open)
        .filter(open -> open.turn() == seat.heardTurn())
        .ifPresent(open -> {
          // The node before died between saying it and storing that it had.
          ConversationEvent.ReplyAudioEnded heard =
              new ConversationEvent.ReplyAudioEnded(0, open.turn(), "", false);
          before = before.map(known -> known.heard(open.turn()));
          observed(heard);
        });
    return true;
  }

  /** What was said before this node had the conversation. */
  Optional<TalkState> before() {
    return before;
  }
}
