package dev.creature.deploy.node;

import dev.creature.actors.affect.Affect;
import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.face.FaceCommand;
import dev.creature.actors.link.LinkCommand;
import dev.creature.actors.link.LinkInput;
import dev.creature.actors.talk.Exchange;
import dev.creature.actors.talk.TalkMemory;
import dev.creature.actors.talk.TalkState;
import dev.creature.voiceloop.conversation.Conversation;
import dev.creature.voiceloop.engine.EngineCommand;
import dev.creature.voiceloop.engine.PcmBlock;
import dev.creature.voiceloop.engine.VoiceEngine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Terminated;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.japi.function.Function;

/**
 * One audio link over time: its conversation, its clock, and the listener who is attached just now.
 * A listener that goes may come back within {@value #REMEMBERED_SECONDS} s and finds the same
 * conversation, whose time went on in silence.
 */
final class AudioSession {
  /** How long a session waits for its listener. */
  static final int REMEMBERED_SECONDS = 60;

  private static final Duration TICK = Duration.ofMillis(20);

  private record Happened(ConversationEvent event) implements LinkInput {}

  private enum Tick implements LinkInput {
    INSTANCE
  }

  private final ActorContext<LinkInput> context;
  private final SessionInput.Seat seat;
  private final ConversationId id;
  private final Surroundings surroundings;
  private final LongSupplier nanos;
  private final LinkSpeaker speaker;
  private final ClipVisemes visemes = new ClipVisemes();
  private final SessionListener listener;
  private final SessionTelling telling;
  private MicrophoneClock clock;
  private Optional<VoiceEngine> engine;
  private Optional<ActorRef<Conversation.Command>> conversation = Optional.empty();
  private final SessionDeeds deeds;
  private final SessionMemory memory;
  private final Pause pause = new Pause();
  private Optional<String> leaving = Optional.empty();
  private volatile long nowMillis;

  private AudioSession(
      ActorContext<LinkInput> context,
      SessionInput.Seat seat,
      Optional<VoiceEngine> engine,
      Optional<Deeds> deeds,
      Surroundings surroundings,
      LongSupplier nanos) {
    this.context = context;
    this.seat = seat;
    this.id = seat.id();
    this.engine = engine;
    this.surroundings = surroundings;
    this.nanos = nanos;
    this.clock = new MicrophoneClock(nanos.getAsLong());
    this.speaker =
        new LinkSpeaker(
            id, surroundings.face(), visemes, () -> nowMillis, nanos, surroundings.watch());
    this.listener = new SessionListener(speaker, nanos);
    this.telling = new SessionTelling(seat, listener, surroundings.console(), () -> nowMillis);
    this.memory = new SessionMemory(context, seat, surroundings.node());
    ActorRef<LinkInput> self = context.getSelf();
    this.deeds =
        new SessionDeeds(
            context, id, () -> nowMillis, event -> self.tell(new Happened(event)), deeds);
  }

  /**
   * Makes a session without a listener.
   *
   * @param engine none while the models are not warm
   * @param deeds none while there is no body
   * @param nanos a clock that never goes back
   */
  static Behavior<LinkInput> create(
      SessionInput.Seat seat,
      Optional<VoiceEngine> engine,
      Optional<Deeds> deeds,
      Surroundings surroundings,
      LongSupplier nanos) {
    return Behaviors.setup(context ->
        Behaviors.withTimers(timers ->
            new AudioSession(context, seat, engine, deeds, surroundings, nanos).start(timers)));
  }

  private Behavior<LinkInput> start(TimerScheduler<LinkInput> timers) {
    timers.startTimerAtFixedRate(Tick.INSTANCE, TICK);
    memory.start(timers);
    engine.ifPresent(this::converse);
    return Behaviors.receive(LinkInput.class)
        .onMessage(LinkInput.Sound.class, doing(this::sound))
        .onMessage(Tick.class, _ -> tick())
        .onMessage(Happened.class, doing(it -> happened(it.event())))
        .onMessage(LinkInput.Played.class, doing(this::played))
        .onMessage(LinkInput.Say.class, doing(it -> say(it.text())))
        .onMessageEquals(LinkInput.Hush.INSTANCE, this::hush)
        .onMessage(SessionInput.DeedsReady.class, doing(it -> deeds.ready(it.deeds())))
        .onMessage(SessionDeeds.BoardTold.class, doing(deeds::told))
        .onMessage(SessionInput.Kept.class, doing(it -> memory.keep(it.fence())))
        .onMessage(SessionMemory.Remembered.class, message -> remembered(message.news()))
        .onMessage(SessionMemory.Forgotten.class, doing(_ -> recalled(Optional.empty())))
        .onMessage(SessionInput.Nodes.class, doing(it -> listener.text(it.json())))
        .onMessage(SessionInput.Felt.class, doing(telling::felt))
        .onMessage(SessionInput.Attach.class, doing(this::attach))
        .onMessage(LinkInput.Left.class, doing(this::left))
        .onMessage(SessionInput.EngineOpened.class, doing(this::engineOpened))
        .onMessageEquals(
            SessionInput.MakeRoom.INSTANCE,
            () -> listener.isAway() ? end("others wanted to talk") : Behaviors.same())
        .onMessage(SessionInput.Goodbye.class, message -> end(message.reason()))
        .onMessage(SessionInput.Leave.class, doing(it -> leaving = Optional.of(it.reason())))
        .onSignal(Terminated.class, _ -> broken())
        .build();
  }

  private static <M> Function<M, Behavior<LinkInput>> doing(Consumer<M> what) {
    return message -> {
      what.accept(message);
      return Behaviors.same();
    };
  }

  private void sound(LinkInput.Sound sound) {
    if (conversation.isPresent()) {
      clock.heard(sound.samples(), nanos.getAsLong()).ifPresent(this::advance);
    }
  }

  private Behavior<LinkInput> tick() {
    if (conversation.isPresent()) {
      clock.tick(nanos.getAsLong()).ifPresent(this::advance);
    }
    if (leaving.isPresent() && pause.isNow() && memory.isSafe()) {
      return end(leaving.get());
    }
    return listener.isAwayLongerThan(Duration.ofSeconds(REMEMBERED_SECONDS))
        ? end("you were away too long")
        : Behaviors.same();
  }

  private void advance(PcmBlock block) {
    nowMillis = block.endMillis();
    conversation.ifPresent(live -> {
      listener.heardUntil(
          nowMillis,
          (frame, at) -> {
            // Before the microphone's sound of the same time, which may hold its echo.
            live.tell(new Conversation.Sounded(at, speaker.asHeard(frame)));
            live.tell(new Conversation.FramePlayed(frame, at));
          });
      live.tell(new Conversation.Microphone(block));
    });
    surroundings.face().tell(new FaceCommand.Clock(id, nowMillis));
  }

  private void happened(ConversationEvent event) {
    telling.happened(event);
    surroundings.happened(id, event);
    memory.observed(event);
    pause.observed(event);
    deeds.observed(event);
  }

  private void played(LinkInput.Played played) {
    listener.played(played.playoutMillis(), nowMillis);
  }

  private void say(String text) {
    conversation.ifPresentOrElse(
        live -> live.tell(new Conversation.Typed(text)), telling::notReady);
  }

  private Behavior<LinkInput> hush() {
    conversation.ifPresent(live -> live.tell(Conversation.Hush.INSTANCE));
    return Behaviors.same();
  }

  private void attach(SessionInput.Attach attach) {
    listener.attach(attach.open().listener());
    telling.opened(attach.resumed(), conversation.isPresent());
    attach.open().replyTo().tell(new LinkCommand.Opened(context.getSelf()));
    attach.switchboard().tell(new Switchboard.Attached(seat.key(), attach.open()));
    if (!attach.resumed()) {
      surroundings.affect().tell(new Affect.Notice("arrival"));
    }
  }

  private void left(LinkInput.Left left) {
    if (listener.left(left.listener())) {
      telling.lost();
    }
  }

  private void engineOpened(SessionInput.EngineOpened opened) {
    engine = Optional.of(opened.engine());
    if (conversation.isEmpty()) {
      converse(opened.engine());
      if (conversation.isPresent()) {
        telling.ready();
      }
    }
  }

  private Behavior<LinkInput> remembered(TalkMemory.News news) {
    return switch (news) {
      case TalkMemory.Recalled(TalkState state) -> {
        recalled(Optional.of(state));
        yield Behaviors.same();
      }
      case TalkMemory.Kept(int turn) -> {
        telling.kept(turn);
        surroundings.watch().kept(id, turn);
        yield Behaviors.same();
      }
      case TalkMemory.Stored(long events) -> {
        memory.stored(events);
        yield Behaviors.same();
      }
      case TalkMemory.Elsewhere _ -> end("the conversation goes on at another node");
    };
  }

  /** What was said before is known, or has been waited for long enough. */
  private void recalled(Optional<TalkState> state) {
    if (memory.recalled(state)) {
      engine.ifPresent(voice -> {
        converse(voice);
        telling.ready();
      });
    }
  }

  private void converse(VoiceEngine voice) {
    if (memory.isRecalling()) {
      return;
    }
    clock = new MicrophoneClock(nanos.getAsLong());
    ActorRef<Conversation.Command> live =
        context.spawn(
            Conversation.create(
                id,
                new ObservedEngine(voice, visemes),
                seat.seed(),
                speaker,
                context.messageAdapter(ConversationEvent.class, Happened::new)),
            "conversation");
    context.watch(live);
    conversation = Optional.of(live);
    memory
        .before()
        .ifPresent(state ->
            live.tell(
                new Conversation.Recall(
                    new EngineCommand.Recall(state.exchanges(), state.open(), state.firstTurn()))));
    deeds.converse(live, memory.before().flatMap(TalkState::open).map(Exchange::turn));
  }

  /** The engine failed for good: the listener is told, and may open another session. */
  private Behavior<LinkInput> broken() {
    conversation = Optional.empty();
    return end("the voice engine failed; connect again");
  }

  private Behavior<LinkInput> end(String reason) {
    listener.close(reason);
    conversation.ifPresent(live -> live.tell(Conversation.HangUp.INSTANCE));
    surroundings.face().tell(new FaceCommand.Ended(id));
    surroundings.watch().conversationEnded(id);
    telling.ended();
    return Behaviors.stopped();
  }
}
