package dev.creature.deploy.node;

import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.link.LinkCommand;
import dev.creature.actors.link.LinkInput;
import dev.creature.deploy.storage.Claims;
import dev.creature.voiceloop.engine.VoiceEngine;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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

  /**
   * The node is to go down while others go on: each conversation leaves at its next pause, and
   * nobody is let in.
   *
   * @param empty completed when all have left
   */
  record Drain(String reason, CompletableFuture<Void> empty) implements LinkCommand {}

  /** What is stored can be found: conversations outlive this node. */
  record JournalReady(Continuity continuity) implements LinkCommand {}

  /**
   * There are other nodes: until this one can find what was said, and speak, conversations that
   * were begun elsewhere are better off there.
   */
  enum OneOfSeveral implements LinkCommand {
    /** The only one. */
    INSTANCE
  }

  /**
   * There are these nodes now.
   *
   * @param json one object, for listeners
   * @param mostElsewhere room of the one of the others that has most
   */
  record NodesChanged(String json, int mostElsewhere) implements LinkCommand {}

  private record Taken(LinkCommand.Open open, Optional<Claims.Claim> claim)
      implements LinkCommand {}

  /** A session has its listener. */
  record Attached(String key, Open open) implements LinkCommand {}

  private record Ended(String key) implements LinkCommand {}

  private enum Tick implements LinkCommand {
    INSTANCE
  }

  private static final String WAKING = "this node is still waking up; another goes on";

  private final ActorContext<LinkCommand> context;
  private final Surroundings surroundings;
  private final LongSupplier nanos;
  private final SecureRandom random;
  private final Seats seats;
  private final OpenSessions sessions = new OpenSessions();
  private Optional<VoiceEngine> engine = Optional.empty();
  private Optional<Deeds> deeds = Optional.empty();
  private Optional<Continuity> continuity = Optional.empty();
  private Optional<String> nodes = Optional.empty();
  private boolean oneOfSeveral;
  private Optional<Drain> draining = Optional.empty();
  private int opened;

  private Switchboard(
      ActorContext<LinkCommand> context,
      Surroundings surroundings,
      LongSupplier nanos,
      SecureRandom random,
      Seats seats) {
    this.seats = seats;
    this.context = context;
    this.surroundings = surroundings;
    this.nanos = nanos;
    this.random = random;
  }

  static Behavior<LinkCommand> create(
      Surroundings surroundings, LongSupplier nanos, SecureRandom random, Seats seats) {
    return Behaviors.setup(context ->
        Behaviors.withTimers(timers -> {
          timers.startTimerAtFixedRate(Tick.INSTANCE, Duration.ofMillis(Lateness.TICK_MILLIS));
          return new Switchboard(context, surroundings, nanos, random, seats).open();
        }));
  }

  private Behavior<LinkCommand> open() {
    return Behaviors.receive(LinkCommand.class)
        .onMessage(LinkCommand.Open.class, this::open)
        .onMessage(
            EngineOpened.class,
            message -> {
              engine = Optional.of(message.engine());
              sessions.tellAll(new SessionInput.EngineOpened(message.engine()));
              return Behaviors.same();
            })
        .onMessage(
            DeedsReady.class,
            message -> {
              deeds = Optional.of(message.deeds());
              sessions.tellAll(new SessionInput.DeedsReady(message.deeds()));
              return Behaviors.same();
            })
        .onMessage(Taken.class, this::taken)
        .onMessageEquals(
            OneOfSeveral.INSTANCE,
            () -> {
              oneOfSeveral = true;
              return Behaviors.same();
            })
        .onMessage(
            JournalReady.class,
            message -> {
              continuity = Optional.of(message.continuity());
              sessions.tellAll(new SessionInput.Kept(1));
              sessions.forEach((key, id) -> message.continuity().opened(key, id.value()));
              return Behaviors.same();
            })
        .onMessage(
            NodesChanged.class,
            message -> {
              nodes = Optional.of(message.json());
              seats.elsewhere(message.mostElsewhere());
              sessions.tellAll(new SessionInput.Nodes(message.json()));
              return Behaviors.same();
            })
        .onMessage(
            Felt.class,
            felt -> {
              sessions.tellAll(
                  new SessionInput.Felt(felt.emotion(), felt.valence(), felt.arousal()));
              return Behaviors.same();
            })
        .onMessage(
            Goodbye.class,
            message -> {
              sessions.tellAll(new SessionInput.Goodbye(message.reason()));
              return Behaviors.same();
            })
        .onMessage(
            Drain.class,
            message -> {
              draining = Optional.of(message);
              sessions.tellAll(new SessionInput.Leave(message.reason()));
              return drained();
            })
        .onMessageEquals(
            Tick.INSTANCE,
            () -> {
              int talking = sessions.count();
              seats.tick(nanos.getAsLong(), talking, engine.map(VoiceEngine::load01).orElse(0.0));
              // Who cannot speak yet has room for nobody.
              surroundings.watch().seats(talking, engine.isPresent() ? seats.free(talking) : 0);
              return Behaviors.same();
            })
        .onMessage(
            Ended.class,
            message -> {
              sessions.ended(message.key()).forEach(context.getSelf()::tell);
              return drained();
            })
        .onMessage(
            Attached.class,
            message -> {
              sessions.attached(message.key(), message.open());
              return Behaviors.same();
            })
        .build();
  }

  private Behavior<LinkCommand> open(LinkCommand.Open open) {
    Optional<String> known = open.resume().filter(sessions::has);
    if (known.isPresent()) {
      return attach(open, known.get(), true);
    }
    Optional<String> refusal =
        draining
            .map(Drain::reason)
            .or(() -> isWaking(open) ? Optional.of(WAKING) : Optional.empty())
            .or(() -> seats.refusal(sessions.count(), open.resume().isPresent()));
    if (refusal.isPresent()) {
      // Whoever is only remembered gives way, so that the next try may be welcome.
      sessions.tellAll(SessionInput.MakeRoom.INSTANCE);
      return sendAway(open, refusal.get());
    }
    if (open.roams() && open.resume().isEmpty()) {
      Optional<String> better = seats.betterElsewhere(sessions.count());
      if (better.isPresent()) {
        return sendAway(open, better.get());
      }
    }
    if (open.resume().isPresent() && continuity.isPresent()) {
      context.pipeToSelf(
          continuity.get().take(open.resume().get()),
          (claim, failure) -> new Taken(open, failure == null ? claim : Optional.empty()));
      return Behaviors.same();
    }
    return attach(open, fresh(), false);
  }

  /** Says why, and where else there is room. */
  private Behavior<LinkCommand> sendAway(LinkCommand.Open open, String reason) {
    nodes.ifPresent(open.listener()::text);
    open.listener().close(reason);
    open.replyTo().tell(new LinkCommand.Opened(context.getSystem().ignoreRef()));
    return Behaviors.same();
  }

  /** Another node had it, or this one before it was started anew. */
  private Behavior<LinkCommand> taken(Taken taken) {
    LinkCommand.Open open = taken.open();
    String key = open.resume().orElse("");
    // The listener may have asked twice.
    boolean known = sessions.has(key);
    if (taken.claim().isEmpty() || known) {
      return attach(open, known ? key : fresh(), known);
    }
    Claims.Claim claim = taken.claim().get();
    ActorRef<LinkInput> session =
        session(key, new ConversationId(claim.conversation()), true, open.heardTurn());
    session.tell(new SessionInput.Kept(claim.fence()));
    return attach(open, key, true);
  }

  private Behavior<LinkCommand> attach(LinkCommand.Open open, String key, boolean resumed) {
    sessions.attach(key, open, resumed, context.getSelf());
    nodes.ifPresent(json -> sessions.tell(key, new SessionInput.Nodes(json)));
    return Behaviors.same();
  }

  /** The key of a session for somebody new. */
  private String fresh() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    // Never the name of an earlier one: its tasks are known by it.
    ConversationId id = new ConversationId("c" + Long.toString(random.nextLong() >>> 12, 36));
    ActorRef<LinkInput> session = session(key, id, false, 0);
    continuity.ifPresent(found -> {
      found.opened(key, id.value());
      session.tell(new SessionInput.Kept(1));
    });
    return key;
  }

  private ActorRef<LinkInput> session(
      String key, ConversationId id, boolean restored, int heardTurn) {
    opened++;
    ActorRef<LinkInput> session =
        context.spawn(
            AudioSession.create(
                new SessionInput.Seat(key, id, random.nextLong(), restored, heardTurn),
                engine,
                deeds,
                surroundings,
                nanos),
            "session-" + opened);
    context.watchWith(session, new Ended(key));
    sessions.add(key, id, session);
    return session;
  }

  private boolean isWaking(LinkCommand.Open open) {
    return oneOfSeveral && open.resume().isPresent() && (engine.isEmpty() || continuity.isEmpty());
  }

  private Behavior<LinkCommand> drained() {
    draining.filter(_ -> sessions.count() == 0).ifPresent(it -> it.empty().complete(null));
    return Behaviors.same();
  }
}
