package dev.creature.actors.talk;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * Has what is said and heard in one conversation stored, in order, each once, however long the
 * journal is away: until it is back the events wait here, at most {@value #MOST_WAITING}, and the
 * conversation does not notice. Never waited for.
 */
public final class TalkMemory {
  /** Some hours of talking; then the oldest are given up. */
  private static final int MOST_WAITING = 5_000;

  private static final Duration AGAIN = Duration.ofMillis(250);

  /** What is stored a moment later is not missed; what was said before is. */
  private static final int KEEP_EVERY = 4;

  /** What it is told. */
  public sealed interface Command {}

  /** A copy of an event of the conversation. */
  public record Observed(ConversationEvent event) implements Command {}

  private record FromTalk(Talk.Answer answer) implements Command {}

  private enum Again implements Command {
    INSTANCE
  }

  /** What it tells. */
  public sealed interface News {}

  /** The conversation as it was when this node took it. Comes once. */
  public record Recalled(TalkState state) implements News {}

  /** What the user said in this turn is stored: it outlives this node. */
  public record Kept(int turn) implements News {}

  /**
   * So much is stored.
   *
   * @param events of those that {@link #isStored} names, since this node has the conversation
   */
  public record Stored(long events) implements News {}

  /** Another node has the conversation: this one must fall silent. */
  public enum Elsewhere implements News {
    INSTANCE
  }

  private final long fence;
  private final String node;
  private final ActorRef<News> news;
  private final ActorRef<Talk.Command> talk;
  private final ActorRef<Talk.Answer> answers;
  private final Deque<TalkEvent> waiting = new ArrayDeque<>();
  private long stored;
  private long storedBefore;
  private boolean begun;
  private int ticks;

  private TalkMemory(
      ActorContext<Command> context,
      ConversationId conversation,
      long fence,
      String node,
      ActorRef<News> news) {
    this.fence = fence;
    this.node = node;
    this.news = news;
    this.talk = context.spawn(Talk.create(conversation), "talk");
    this.answers = context.messageAdapter(Talk.Answer.class, FromTalk::new);
  }

  /**
   * The memory of a conversation that this node has.
   *
   * @param fence higher than that of every node that had it before
   * @param node for those who read the journal
   */
  public static Behavior<Command> create(
      ConversationId conversation, long fence, String node, ActorRef<News> news) {
    return Behaviors.setup(context ->
        Behaviors.withTimers(
            timers -> new TalkMemory(context, conversation, fence, node, news).start(timers)));
  }

  private Behavior<Command> start(TimerScheduler<Command> timers) {
    timers.startTimerAtFixedRate(Again.INSTANCE, AGAIN);
    talk.tell(new Talk.Begin(fence, node, answers));
    return Behaviors.receive(Command.class)
        .onMessage(
            Observed.class,
            message -> {
              observed(message.event());
              return Behaviors.same();
            })
        .onMessage(FromTalk.class, message -> answered(message.answer()))
        .onMessage(
            Again.class,
            _ -> {
              ticks++;
              if (!begun || ticks % KEEP_EVERY == 0) {
                again();
              }
              return Behaviors.same();
            })
        .build();
  }

  /** Whether an event is one of those that are stored. */
  public static boolean isStored(ConversationEvent event) {
    return switch (event) {
      case ConversationEvent.UserFinal _,
          ConversationEvent.TurnReturned _,
          ConversationEvent.ReplyAudioEnded _ ->
          true;
      case ConversationEvent _ -> false;
    };
  }

  private void observed(ConversationEvent event) {
    switch (event) {
      case ConversationEvent.UserFinal said -> {
        keep(new TalkEvent.Asked(said.turn(), said.text()));
      }
      case ConversationEvent.TurnReturned returned -> keep(new TalkEvent.Returned(returned.turn()));
      case ConversationEvent.ReplyAudioEnded ended ->
          keep(new TalkEvent.Answered(ended.turn(), ended.heard(), ended.interrupted()));
      case ConversationEvent _ -> {
        // Not to be remembered.
      }
    }
  }

  private void keep(TalkEvent event) {
    if (waiting.size() == MOST_WAITING) {
      waiting.removeFirst();
    }
    waiting.add(event);
    if (begun && waiting.size() == 1) {
      again();
    }
  }

  private void again() {
    if (!begun) {
      talk.tell(new Talk.Begin(fence, node, answers));
    } else if (!waiting.isEmpty()) {
      talk.tell(new Talk.Keep(fence, stored + 1, waiting.getFirst(), answers));
    }
  }

  private Behavior<Command> answered(Talk.Answer answer) {
    switch (answer) {
      case Talk.Begun(TalkState state) -> {
        if (!begun) {
          begun = true;
          stored = state.kept();
          storedBefore = stored;
          news.tell(new Recalled(state));
          again();
        }
      }
      case Talk.Kept(long number) -> {
        while (stored < number && !waiting.isEmpty()) {
          stored++;
          if (waiting.removeFirst() instanceof TalkEvent.Asked(int turn, _)) {
            news.tell(new Kept(turn));
          }
          news.tell(new Stored(stored - storedBefore));
        }
        again();
      }
      case Talk.Fenced _ -> {
        news.tell(Elsewhere.INSTANCE);
        return Behaviors.stopped();
      }
    }
    return Behaviors.same();
  }
}
