package dev.creature.deploy.node;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.face.FaceCommand;
import dev.creature.actors.link.LinkInput;
import dev.creature.actors.link.LinkListener;
import dev.creature.voiceloop.conversation.Conversation;
import dev.creature.voiceloop.engine.PcmBlock;
import dev.creature.voiceloop.engine.VoiceEngine;
import dev.creature.voiceloop.playout.PlayoutFrame;
import dev.creature.voiceloop.recording.EventLine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Terminated;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * One audio link over time: its conversation, its clock, and the listener who is attached just now.
 * A listener that goes may come back within {@value #REMEMBERED_SECONDS} s and finds the same
 * conversation, whose time went on in silence.
 */
final class AudioSession {
  /** How long a session waits for its listener. */
  static final int REMEMBERED_SECONDS = 60;

  /** What a page holds back before it plays, until it tells us better. */
  private static final long USUAL_DELAY_MILLIS = 100;

  private static final long LONGEST_DELAY_MILLIS = 600;
  private static final Duration TICK = Duration.ofMillis(20);

  /** A listener takes the session. */
  record Attach(LinkListener listener, boolean resumed) implements LinkInput {}

  /** The models are warm. */
  record EngineOpened(VoiceEngine engine) implements LinkInput {}

  /** There is a body, and what is asked of it can be done. */
  record DeedsReady(Deeds deeds) implements LinkInput {}

  /** The creature feels so. */
  record Felt(String emotion, double valence, double arousal) implements LinkInput {}

  /** The node goes down. */
  record Goodbye(String reason) implements LinkInput {}

  /** Others want to talk: who has no listener any more ends. */
  enum MakeRoom implements LinkInput {
    INSTANCE
  }

  private record Happened(ConversationEvent event) implements LinkInput {}

  private enum Tick implements LinkInput {
    INSTANCE
  }

  private final ActorContext<LinkInput> context;
  private final String key;
  private final ConversationId id;
  private final long seed;
  private final Surroundings surroundings;
  private final LongSupplier nanos;
  private final LinkSpeaker speaker;
  private final ClipVisemes visemes = new ClipVisemes();
  private MicrophoneClock clock;
  private Optional<VoiceEngine> engine;
  private Optional<ActorRef<Conversation.Command>> conversation = Optional.empty();
  private Optional<Deeds> deeds;
  private Optional<ActorRef<ConversationDeeds.Command>> beside = Optional.empty();
  private Optional<LinkListener> listener = Optional.empty();
  private long leftNanos;
  private double delayMillis = USUAL_DELAY_MILLIS;
  private volatile long nowMillis;

  private AudioSession(
      ActorContext<LinkInput> context,
      String key,
      ConversationId id,
      long seed,
      Optional<VoiceEngine> engine,
      Optional<Deeds> deeds,
      Surroundings surroundings,
      LongSupplier nanos) {
    this.deeds = deeds;
    this.context = context;
    this.key = key;
    this.id = id;
    this.seed = seed;
    this.engine = engine;
    this.surroundings = surroundings;
    this.nanos = nanos;
    this.clock = new MicrophoneClock(nanos.getAsLong());
    this.leftNanos = nanos.getAsLong();
    this.speaker = new LinkSpeaker(id, surroundings.face(), visemes, () -> nowMillis);
  }

  /**
   * Makes a session without a listener.
   *
   * @param key that a listener shows to come back
   * @param seed for all that its engine decides by chance
   * @param engine none while the models are not warm
   * @param deeds none while there is no body
   * @param nanos a clock that never goes back
   */
  static Behavior<LinkInput> create(
      String key,
      ConversationId id,
      long seed,
      Optional<VoiceEngine> engine,
      Optional<Deeds> deeds,
      Surroundings surroundings,
      LongSupplier nanos) {
    return Behaviors.setup(context ->
        Behaviors.withTimers(timers ->
            new AudioSession(context, key, id, seed, engine, deeds, surroundings, nanos)
                .start(timers)));
  }

  private Behavior<LinkInput> start(TimerScheduler<LinkInput> timers) {
    timers.startTimerAtFixedRate(Tick.INSTANCE, TICK);
    engine.ifPresent(this::converse);
    return Behaviors.receive(LinkInput.class)
        .onMessage(LinkInput.Sound.class, this::sound)
        .onMessage(Tick.class, _ -> tick())
        .onMessage(Happened.class, message -> happened(message.event()))
        .onMessage(LinkInput.Played.class, this::played)
        .onMessage(LinkInput.Say.class, message -> say(message.text()))
        .onMessage(DeedsReady.class, this::deedsReady)
        .onMessage(Felt.class, this::felt)
        .onMessage(Attach.class, this::attach)
        .onMessage(LinkInput.Left.class, this::left)
        .onMessage(EngineOpened.class, this::engineOpened)
        .onMessageEquals(
            MakeRoom.INSTANCE,
            () -> listener.isEmpty() ? end("others wanted to talk") : Behaviors.same())
        .onMessage(Goodbye.class, message -> end(message.reason()))
        .onSignal(Terminated.class, _ -> broken())
        .build();
  }

  private Behavior<LinkInput> sound(LinkInput.Sound sound) {
    if (conversation.isPresent()) {
      clock.heard(sound.samples(), nanos.getAsLong()).ifPresent(this::advance);
    }
    return Behaviors.same();
  }

  private Behavior<LinkInput> tick() {
    long now = nanos.getAsLong();
    if (conversation.isPresent()) {
      clock.tick(now).ifPresent(this::advance);
    }
    return listener.isEmpty() && now - leftNanos > TimeUnit.SECONDS.toNanos(REMEMBERED_SECONDS)
        ? end("you were away too long")
        : Behaviors.same();
  }

  private void advance(PcmBlock block) {
    nowMillis = block.endMillis();
    conversation.ifPresent(live -> {
      long delay = Math.round(delayMillis);
      Optional<PlayoutFrame> heard = speaker.heard(nowMillis - delay);
      while (heard.isPresent()) {
        PlayoutFrame frame = heard.get();
        long at = frame.playoutMillis() + delay;
        // Before the microphone's sound of the same time, which may hold its echo.
        live.tell(new Conversation.Sounded(at, speaker.asHeard(frame)));
        live.tell(new Conversation.FramePlayed(frame, at));
        heard = speaker.heard(nowMillis - delay);
      }
      live.tell(new Conversation.Microphone(block));
    });
    surroundings.face().tell(new FaceCommand.Clock(id, nowMillis));
  }

  private Behavior<LinkInput> happened(ConversationEvent event) {
    ObjectNode line = EventLine.of(event);
    tell(line.toString());
    surroundings.happened(id, event);
    switch (event) {
      case ConversationEvent.IntentChanged _, ConversationEvent.TaskChanged _ -> {
        // From there.
      }
      case ConversationEvent other ->
          beside.ifPresent(actor -> actor.tell(new ConversationDeeds.Observed(other)));
    }
    surroundings.console().accept(line.put("conversation", id.value()).toString());
    return Behaviors.same();
  }

  private Behavior<LinkInput> played(LinkInput.Played played) {
    double measured = Math.clamp(nowMillis - played.playoutMillis(), 0, LONGEST_DELAY_MILLIS);
    delayMillis += 0.2 * (measured - delayMillis);
    return Behaviors.same();
  }

  private Behavior<LinkInput> say(String text) {
    if (conversation.isEmpty()) {
      tell(
          message("error")
              .put("code", "not-ready")
              .put("message", "the creature is still waking up; say it again in a moment")
              .toString());
    }
    conversation.ifPresent(live -> live.tell(new Conversation.Typed(text)));
    return Behaviors.same();
  }

  private Behavior<LinkInput> deedsReady(DeedsReady ready) {
    deeds = Optional.of(ready.deeds());
    actOn(ready.deeds());
    return Behaviors.same();
  }

  /** From now on the words of this conversation become deeds. */
  private void actOn(Deeds body) {
    if (conversation.isEmpty() || beside.isPresent()) {
      return;
    }
    ActorRef<Conversation.Command> live = conversation.get();
    ActorRef<LinkInput> self = context.getSelf();
    beside =
        Optional.of(
            context.spawn(
                ConversationDeeds.create(
                    id,
                    body,
                    new ConversationDeeds.Voice(
                        () -> nowMillis,
                        event -> self.tell(new Happened(event)),
                        words -> live.tell(new Conversation.Tell(words)))),
                "deeds"));
  }

  private Behavior<LinkInput> felt(Felt felt) {
    tell(
        EventLine.of(
                new ConversationEvent.AffectChanged(
                    nowMillis, felt.emotion(), felt.valence(), felt.arousal()))
            .toString());
    return Behaviors.same();
  }

  private Behavior<LinkInput> attach(Attach attach) {
    listener
        .filter(before -> !before.equals(attach.listener()))
        .ifPresent(before -> before.close("another device goes on with this conversation"));
    listener = Optional.of(attach.listener());
    speaker.attach(listener);
    tell(
        message("session")
            .put("session", key)
            .put("conversation", id.value())
            .put("resumed", attach.resumed())
            .put("ready", conversation.isPresent())
            .put("takesText", true)
            .toString());
    console("link.opened");
    return Behaviors.same();
  }

  private Behavior<LinkInput> left(LinkInput.Left left) {
    if (listener.filter(left.listener()::equals).isPresent()) {
      listener = Optional.empty();
      speaker.attach(listener);
      leftNanos = nanos.getAsLong();
      console("link.lost");
    }
    return Behaviors.same();
  }

  private Behavior<LinkInput> engineOpened(EngineOpened opened) {
    engine = Optional.of(opened.engine());
    if (conversation.isEmpty()) {
      converse(opened.engine());
      tell(message("ready").toString());
    }
    return Behaviors.same();
  }

  private void converse(VoiceEngine voice) {
    clock = new MicrophoneClock(nanos.getAsLong());
    ActorRef<Conversation.Command> live =
        context.spawn(
            Conversation.create(
                id,
                new ObservedEngine(voice, visemes),
                seed,
                speaker,
                context.messageAdapter(ConversationEvent.class, Happened::new)),
            "conversation");
    context.watch(live);
    conversation = Optional.of(live);
    deeds.ifPresent(this::actOn);
  }

  /** The engine failed for good: the listener is told, and may open another session. */
  private Behavior<LinkInput> broken() {
    conversation = Optional.empty();
    return end("the voice engine failed; connect again");
  }

  private Behavior<LinkInput> end(String reason) {
    listener.ifPresent(each -> each.close(reason));
    conversation.ifPresent(live -> live.tell(Conversation.HangUp.INSTANCE));
    surroundings.face().tell(new FaceCommand.Ended(id));
    console("link.ended");
    return Behaviors.stopped();
  }

  private void tell(String json) {
    listener.ifPresent(each -> each.text(json));
  }

  private void console(String type) {
    surroundings.console().accept(message(type).put("conversation", id.value()).toString());
  }

  private ObjectNode message(String type) {
    return JsonNodeFactory.instance.objectNode().put("t", nowMillis).put("type", type);
  }
}
