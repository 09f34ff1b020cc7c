package dev.creature.deploy.node;

import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.link.LinkCommand;
import dev.creature.actors.link.LinkInput;
import dev.creature.voiceloop.engine.VoiceEngine;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Keeps the audio sessions of the node: opens them, finds them again, and says goodbye to all. */
final class Switchboard {
  /** The models are warm: sessions may converse. */
  record EngineOpened(VoiceEngine engine) implements LinkCommand {}

  /** There is a body, and what is asked of it can be done. */
  record DeedsReady(Deeds deeds) implements LinkCommand {}

  /** The creature feels so. */
  record Felt(String emotion, double valence, double arousal) implements LinkCommand {}

  /** The node goes down. */
  record Goodbye(String reason) implements LinkCommand {}

  private record Ended(String key) implements LinkCommand {}

  private enum Tick implements LinkCommand {
    INSTANCE
  }

  private final ActorContext<LinkCommand> context;
  private final Surroundings surroundings;
  private final LongSupplier nanos;
  private final SecureRandom random;
  private final Admission admission;
  private final Lateness lateness = new Lateness();
  private final Map<String, ActorRef<LinkInput>> sessions = new HashMap<>();
  private Optional<VoiceEngine> engine = Optional.empty();
  private Optional<Deeds> deeds = Optional.empty();
  private int opened;

  private Switchboard(
      ActorContext<LinkCommand> context,
      Surroundings surroundings,
      LongSupplier nanos,
      SecureRandom random,
      Admission admission) {
    this.admission = admission;
    this.context = context;
    this.surroundings = surroundings;
    this.nanos = nanos;
    this.random = random;
  }

  static Behavior<LinkCommand> create(
      Surroundings surroundings, LongSupplier nanos, SecureRandom random, Admission admission) {
    return Behaviors.setup(context ->
        Behaviors.withTimers(timers -> {
          timers.startTimerAtFixedRate(Tick.INSTANCE, Duration.ofMillis(Lateness.TICK_MILLIS));
          return new Switchboard(context, surroundings, nanos, random, admission).open();
        }));
  }

  private Behavior<LinkCommand> open() {
    return Behaviors.receive(LinkCommand.class)
        .onMessage(LinkCommand.Open.class, this::open)
        .onMessage(
            EngineOpened.class,
            message -> {
              engine = Optional.of(message.engine());
              toAll(new AudioSession.EngineOpened(message.engine()));
              return Behaviors.same();
            })
        .onMessage(
            DeedsReady.class,
            message -> {
              deeds = Optional.of(message.deeds());
              toAll(new AudioSession.DeedsReady(message.deeds()));
              return Behaviors.same();
            })
        .onMessage(
            Felt.class,
            felt -> {
              toAll(new AudioSession.Felt(felt.emotion(), felt.valence(), felt.arousal()));
              return Behaviors.same();
            })
        .onMessage(
            Goodbye.class,
            message -> {
              toAll(new AudioSession.Goodbye(message.reason()));
              return Behaviors.same();
            })
        .onMessageEquals(
            Tick.INSTANCE,
            () -> {
              lateness.tick(nanos.getAsLong());
              return Behaviors.same();
            })
        .onMessage(
            Ended.class,
            message -> {
              sessions.remove(message.key());
              return Behaviors.same();
            })
        .build();
  }

  private Behavior<LinkCommand> open(LinkCommand.Open open) {
    ActorRef<LinkInput> known = open.resume().map(sessions::get).orElse(null);
    Optional<String> refusal =
        known == null ? admission.refusal(sessions.size(), lateness.millis()) : Optional.empty();
    if (refusal.isPresent()) {
      open.listener().close(refusal.get());
      // Whoever is only remembered gives way, so that the next try may be welcome.
      toAll(AudioSession.MakeRoom.INSTANCE);
      open.replyTo().tell(new LinkCommand.Opened(context.getSystem().ignoreRef()));
      return Behaviors.same();
    }
    ActorRef<LinkInput> session = known == null ? fresh() : known;
    session.tell(new AudioSession.Attach(open.listener(), known != null));
    open.replyTo().tell(new LinkCommand.Opened(session));
    return Behaviors.same();
  }

  private ActorRef<LinkInput> fresh() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    opened++;
    ActorRef<LinkInput> session =
        context.spawn(
            AudioSession.create(
                key,
                new ConversationId("c" + opened),
                random.nextLong(),
                engine,
                deeds,
                surroundings,
                nanos),
            "session-" + opened);
    context.watchWith(session, new Ended(key));
    sessions.put(key, session);
    return session;
  }

  private void toAll(LinkInput message) {
    sessions.values().forEach(session -> session.tell(message));
  }
}
