package dev.creature.voiceloop.conversation;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationEvent.ReplyAudioEnded;
import dev.creature.actors.conversation.ConversationEvent.ReplyAudioStarted;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.voiceloop.engine.EngineCommand;
import dev.creature.voiceloop.engine.EngineEvent;
import dev.creature.voiceloop.engine.PcmBlock;
import dev.creature.voiceloop.engine.SoundClip;
import dev.creature.voiceloop.engine.VoiceEngine;
import dev.creature.voiceloop.link.Speaker;
import dev.creature.voiceloop.playout.Playout;
import dev.creature.voiceloop.playout.PlayoutFrame;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Terminated;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.BehaviorBuilder;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * One live audio link: hands the user's sound to the engine, and the engine's sound to the listener
 * at its time.
 *
 * <p>The user's audio is the clock. Each block that arrives moves time on, and what of the reply is
 * due then goes to the link, at most {@link Playout#LOOKAHEAD_MILLIS} before it is to be heard; so
 * a reply can be cut within one block. What counts as said is what the link reports as played.
 *
 * <p>Lives next to its audio, on the default dispatcher: nothing here blocks or computes. Audio
 * blocks are dropped by the link before they get here, never here.
 */
public final class Conversation {
  /** What a conversation is told. */
  public sealed interface Command {}

  /** The next piece of the user's sound; pieces follow each other without gaps. */
  public record Microphone(PcmBlock block) implements Command {}

  /**
   * The link has begun to play a frame.
   *
   * @param atMillis when its first sample sounded
   */
  public record FramePlayed(PlayoutFrame frame, long atMillis) implements Command {}

  /** The user has written this instead of saying it. */
  public record Typed(String text) implements Command {}

  /** What was said before the conversation was here. Comes first, at most once. */
  public record Recall(EngineCommand.Recall before) implements Command {}

  /** Something to tell the user in the next breath. */
  public record Tell(String text) implements Command {}

  /**
   * The user wants quiet, by hand instead of by voice: the reply that sounds, and one that is still
   * being made, are dropped, as on an interruption.
   */
  public enum Hush implements Command {
    INSTANCE
  }

  /**
   * The link has played a stretch of sound. To be told before the microphone's blocks of the same
   * time; silence need not be told.
   *
   * @param atMillis when its first sample sounded
   * @param samples 24 kHz, as they sounded, after ducking and cuts; not to be changed
   */
  public record Sounded(long atMillis, short[] samples) implements Command {}

  /** The link is closed: the conversation ends. */
  public enum HangUp implements Command {
    INSTANCE
  }

  private record FromEngine(EngineEvent event) implements Command {}

  /** Turns are counted from 1: the frames of an aside belong to none. */
  private static final int NO_TURN = 0;

  private final ActorContext<Command> context;
  private final Speaker speaker;
  private final ActorRef<ConversationEvent> observer;
  private final ActorRef<EngineCommand> engine;
  private Optional<Playout> aside = Optional.empty();
  private long nowMillis;

  /** The latest turn that was taken, and the latest of which nothing more is to be heard. */
  private int takenTurn;

  private int hushedTurn;

  private Conversation(
      ActorContext<Command> context,
      ConversationId id,
      VoiceEngine engine,
      long seed,
      Speaker speaker,
      ActorRef<ConversationEvent> observer) {
    this.context = context;
    this.speaker = speaker;
    this.observer = observer;
    this.engine =
        context.spawn(
            engine.converse(id, seed, context.messageAdapter(EngineEvent.class, FromEngine::new)),
            "engine");
    context.watch(this.engine);
  }

  /**
   * Makes a conversation.
   *
   * @param engine whose voice speaks
   * @param seed for all that the engine decides by chance
   * @param speaker the way to the listener
   * @param observer receives every event in the order noticed; it is never waited for
   */
  public static Behavior<Command> create(
      ConversationId id,
      VoiceEngine engine,
      long seed,
      Speaker speaker,
      ActorRef<ConversationEvent> observer) {
    return Behaviors.setup(
        context -> new Conversation(context, id, engine, seed, speaker, observer).quiet());
  }

  /** A reply that has sound to play; {@code heard} once its first frame sounded. */
  private record Reply(Playout playout, boolean heard) {}

  private Behavior<Command> quiet() {
    return whether(Optional.empty()).onMessage(FramePlayed.class, _ -> Behaviors.same()).build();
  }

  private Behavior<Command> replying(Reply reply) {
    return whether(Optional.of(reply))
        .onMessage(FramePlayed.class, message -> played(message, reply))
        .build();
  }

  /** What is done alike whether a reply sounds or not. */
  private BehaviorBuilder<Command> whether(Optional<Reply> reply) {
    return Behaviors.receive(Command.class)
        .onMessage(Microphone.class, message -> listen(message, reply))
        .onMessage(Sounded.class, this::sounded)
        .onMessage(FromEngine.class, message -> fromEngine(message.event(), reply))
        .onMessage(Recall.class, message -> handOn(message.before()))
        .onMessage(Typed.class, message -> handOn(new EngineCommand.Read(message.text())))
        .onMessage(Tell.class, message -> handOn(new EngineCommand.Tell(message.text())))
        .onMessageEquals(Hush.INSTANCE, () -> hush(reply))
        .onMessage(HangUp.class, _ -> Behaviors.stopped())
        .onSignal(Terminated.class, _ -> Behaviors.stopped());
  }

  private Behavior<Command> handOn(EngineCommand command) {
    engine.tell(command);
    return Behaviors.same();
  }

  private Behavior<Command> listen(Microphone message, Optional<Reply> reply) {
    nowMillis = message.block().endMillis();
    engine.tell(new EngineCommand.Hear(message.block()));
    aside.ifPresent(this::playDue);
    return reply.map(this::advance).orElseGet(Behaviors::same);
  }

  private Behavior<Command> sounded(Sounded message) {
    engine.tell(new EngineCommand.Sounded(message.atMillis(), message.samples()));
    return Behaviors.same();
  }

  private Behavior<Command> advance(Reply reply) {
    Playout playout = reply.playout();
    playDue(playout);
    Optional<Long> end = playout.endMillis();
    if (end.isPresent() && end.get() <= nowMillis) {
      return end(reply, false, end.get());
    }
    return Behaviors.same();
  }

  private void playDue(Playout playout) {
    for (Optional<PlayoutFrame> frame = playout.next(nowMillis);
        frame.isPresent();
        frame = playout.next(nowMillis)) {
      speaker.play(frame.get());
    }
  }

  private void begin(SoundClip clip) {
    Playout playout = new Playout(NO_TURN);
    playout.add(clip);
    playout.complete();
    playDue(playout);
    aside = Optional.of(playout);
  }

  private void endAside() {
    if (aside.isPresent()) {
      speaker.cut(NO_TURN);
      aside = Optional.empty();
    }
  }

  private Behavior<Command> played(FramePlayed message, Reply reply) {
    if (reply.heard() || message.frame().turn() != reply.playout().turn()) {
      return Behaviors.same();
    }
    observer.tell(new ReplyAudioStarted(message.atMillis(), reply.playout().turn()));
    return replying(new Reply(reply.playout(), true));
  }

  private Behavior<Command> fromEngine(EngineEvent event, Optional<Reply> reply) {
    return switch (event) {
      case EngineEvent.Noticed(ConversationEvent noticed) -> {
        if (noticed instanceof ConversationEvent.TurnCommitted taken) {
          takenTurn = taken.turn();
        }
        observer.tell(noticed);
        yield Behaviors.same();
      }
      case EngineEvent.Aside(SoundClip clip) -> {
        if (reply.isEmpty()) {
          begin(clip);
        }
        yield Behaviors.same();
      }
      case EngineEvent.ReplySound sound when sound.turn() <= hushedTurn -> Behaviors.same();
      case EngineEvent.ReplySound sound -> {
        endAside();
        Optional<Reply> current = of(sound.turn(), reply);
        Reply playing = current.orElseGet(() -> new Reply(new Playout(sound.turn()), false));
        playing.playout().add(sound.clip());
        advance(playing);
        yield current.isPresent() ? Behaviors.same() : replying(playing);
      }
      case EngineEvent.ReplyComplete(int turn) -> {
        of(turn, reply).ifPresent(playing -> playing.playout().complete());
        if (of(turn, reply).isEmpty()) {
          // A reply without any sound was heard in full as soon as it is complete.
          engine.tell(new EngineCommand.ReplyHeard(turn, "", false, nowMillis));
        }
        yield Behaviors.same();
      }
      case EngineEvent.DuckReply(int turn, boolean lowered) -> {
        if (of(turn, reply).isPresent()) {
          speaker.duck(lowered);
        }
        yield Behaviors.same();
      }
      case EngineEvent.HoldReply(int turn, long coveredFrom) -> {
        of(turn, reply)
            .ifPresent(playing -> {
              speaker.cut(turn);
              playing.playout().hold(coveredFrom);
            });
        yield Behaviors.same();
      }
      case EngineEvent.ResumeReply(int turn) -> {
        of(turn, reply)
            .ifPresent(playing -> {
              playing.playout().resume();
              advance(playing);
            });
        yield Behaviors.same();
      }
      case EngineEvent.CutReply(int turn) ->
          of(turn, reply).map(playing -> end(playing, true, nowMillis)).orElse(Behaviors.same());
    };
  }

  private Behavior<Command> hush(Optional<Reply> reply) {
    endAside();
    hushedTurn = Math.max(takenTurn, reply.map(it -> it.playout().turn()).orElse(0));
    return reply.map(playing -> end(playing, true, nowMillis)).orElse(Behaviors.same());
  }

  private static Optional<Reply> of(int turn, Optional<Reply> reply) {
    return reply.filter(playing -> playing.playout().turn() == turn);
  }

  private Behavior<Command> end(Reply reply, boolean interrupted, long atMillis) {
    int turn = reply.playout().turn();
    if (interrupted) {
      speaker.cut(turn);
    }
    speaker.duck(false);
    String heard = reply.heard() ? reply.playout().heardUntil(atMillis) : "";
    if (reply.heard()) {
      observer.tell(new ReplyAudioEnded(atMillis, turn, heard, interrupted));
    }
    engine.tell(new EngineCommand.ReplyHeard(turn, heard, interrupted, atMillis));
    context.getLog().debug("reply {} ended at {} ms, interrupted {}", turn, atMillis, interrupted);
    return quiet();
  }
}
