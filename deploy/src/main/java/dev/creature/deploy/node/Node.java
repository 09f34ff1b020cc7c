package dev.creature.deploy.node;

import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.desk.DeskCommand;
import dev.creature.actors.task.TaskCommand;
import dev.creature.deploy.telemetry.Telemetry;
import dev.creature.facebridge.certificate.LocalNames;
import dev.creature.facebridge.certificate.ServerIdentity;
import dev.creature.facebridge.pairing.Devices;
import dev.creature.facebridge.pairing.PairingCodes;
import dev.creature.facebridge.server.LanName;
import dev.creature.facebridge.server.Parts;
import dev.creature.facebridge.server.WebServer;
import dev.creature.models.runtime.InferencePool;
import dev.creature.reasoning.policy.AuditLog;
import dev.creature.voiceloop.engine.VoiceEngine;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running creature: faces, pages and links at once, a voice as soon as {@link #speakWith} is
 * called, a body as soon as {@link #attachDesk} is.
 */
public final class Node implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Node.class);
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final ActorSystem<Void> system;
  private final Guardian.Started actors;
  private final WebServer server;
  private final PairingCodes codes;
  private final Warmth warmth;
  private final AtomicReference<Optional<ActorRef<DeskCommand>>> desk;
  private final AtomicReference<LocalNames> names;
  private final Optional<LanName> lan;
  private final NodeStorage storage;
  private final SharedCreature creature;
  private final Peers peers;
  private final AtomicReference<Optional<ActorRef<TaskCommand>>> board =
      new AtomicReference<>(Optional.empty());
  private final Telemetry telemetry;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Node(
      ActorSystem<Void> system,
      Guardian.Started actors,
      WebServer server,
      PairingCodes codes,
      Warmth warmth,
      AtomicReference<Optional<ActorRef<DeskCommand>>> desk,
      AtomicReference<LocalNames> names,
      Optional<LanName> lan,
      NodeStorage storage,
      SharedCreature creature,
      Peers peers,
      Telemetry telemetry) {
    this.telemetry = telemetry;
    this.storage = storage;
    this.creature = creature;
    this.peers = peers;
    this.lan = lan;
    this.system = system;
    this.actors = actors;
    this.server = server;
    this.codes = codes;
    this.warmth = warmth;
    this.desk = desk;
    this.names = names;
  }

  /** Starts everything but the voice, for a creature of one node; see the other {@code start}. */
  public static Node start(
      WebServer.Listen listen,
      DataFolder data,
      List<BiConsumer<ConversationId, ConversationEvent>> observers)
      throws IOException, GeneralSecurityException {
    return start(listen, data, observers, NodePlan.ALONE);
  }

  /**
   * Starts everything but the voice.
   *
   * @param observers learn of every event of every conversation, on the actors' threads: they must
   *     not block
   * @throws dev.creature.facebridge.server.PortTaken when a port is not to be had
   * @throws IOException when the data folder, or a cluster's database, cannot be used
   */
  public static Node start(
      WebServer.Listen listen,
      DataFolder data,
      List<BiConsumer<ConversationId, ConversationEvent>> observers,
      NodePlan plan)
      throws IOException, GeneralSecurityException {
    SecureRandom random = new SecureRandom();
    InstantSource clock = InstantSource.system();
    AtomicReference<LocalNames> names = new AtomicReference<>(LocalNames.here());
    ServerIdentity identity = ServerIdentity.in(data.path(), clock, names::get);
    NodeStorage storage = NodeStorage.of(plan, data);
    Devices devices = storage.devices(clock, random);
    PairingCodes codes = new PairingCodes(clock, random);
    Telemetry telemetry = new Telemetry(plan.telemetry(), System.getenv());
    SharedCreature creature = new SharedCreature(clock);
    List<BiConsumer<ConversationId, ConversationEvent>> all = new ArrayList<>(observers);
    all.add(telemetry::observe);
    all.add(creature);
    CompletableFuture<Guardian.Started> started = new CompletableFuture<>();
    ActorSystem<Void> system =
        ActorSystem.create(
            Guardian.create(
                AffectFile.read(data.path()),
                all,
                storage.name(),
                telemetry,
                creature,
                plan.conversations()
                    .map(most -> new Admission(most, most))
                    .orElseGet(Admission::forThisMachine),
                started),
            "creature",
            storage.setup());
    try {
      Guardian.Started actors = started.join();
      Warmth warmth = new Warmth();
      AtomicReference<Optional<ActorRef<DeskCommand>>> desk =
          new AtomicReference<>(Optional.empty());
      if (plan.cluster().isPresent()) {
        actors.links().tell(Switchboard.OneOfSeveral.INSTANCE);
      }
      Peers peers = new Peers();
      Parts parts =
          new Parts(
              actors.links(),
              actors.faces(),
              actors.director(),
              actors.events(),
              warmth,
              desk::get,
              telemetry::text,
              peers,
              plan.relay(),
              telemetry::scrapes,
              plan::camera);
      WebServer server =
          WebServer.start(system, listen, identity, names::get, codes, devices, parts);
      ShownNode.show(telemetry, warmth, actors, server);
      Optional<LanName> lan =
          server.lanUrl(names::get).map(_ -> LanName.start(names.get(), server.httpsPort()));
      Node node =
          new Node(
              system, actors, server, codes, warmth, desk, names, lan, storage, creature, peers,
              telemetry);
      KeptIdentity.keep(system, identity, names, lan);
      peers.join(storage, system, server, names::get, actors.links(), telemetry::freeSlots);
      storage.keepDevices(devices);
      if (plan.cluster().isPresent()) {
        Thread.ofVirtual().name("rehearsal").start(() -> Rehearsal.faces(server.httpPort()));
      }
      return node;
    } catch (RuntimeException | GeneralSecurityException failed) {
      system.terminate();
      telemetry.close();
      storage.close();
      throw failed;
    }
  }

  /** From now on inference shows how long work waits. */
  public void watch(InferencePool pool) {
    telemetry.watch(pool);
  }

  /** From now on it converses. */
  public void speakWith(VoiceEngine engine) {
    actors.links().tell(new Switchboard.EngineOpened(engine));
    warmth.becomes(true, "ready");
  }

  /**
   * From now on it has a body, with its tasks as they were when the node last ran.
   *
   * @param data where tasks and decisions are written down
   * @param parts the body, the policy and what plans
   * @param spoken whether spoken words become deeds
   * @return how the creature answers words that ask for a deed, by conversation and words
   * @throws IOException when the log of decisions cannot be written, or was tampered with
   */
  public BiFunction<String, String, Optional<String>> embody(
      DataFolder data, DeedParts parts, boolean spoken) throws IOException {
    AuditLog audit =
        AuditLog.open(data.path().resolve("audit.jsonl"), Clock.system(ZoneId.systemDefault()));
    CompletableFuture<Deeds> started = new CompletableFuture<>();
    CompletableFuture<ActorRef<DeskCommand>> opened = new CompletableFuture<>();
    actors
        .spawner()
        .tell(
            new Guardian.Spawn(context -> {
              try {
                Deeds deeds = storage.start(context, audit, parts, creature, actors.links());
                opened.complete(context.spawn(BodyDesk.create(deeds), "desk"));
                deeds
                    .body()
                    .tell(
                        new BodyCommand.Watch(
                            context.spawn(WorldWatch.create(this::showOnConsole), "world")));
                ShownNode.show(context, deeds, telemetry);
                started.complete(deeds);
              } catch (RuntimeException failed) {
                started.completeExceptionally(failed);
              }
            }));
    Deeds deeds = started.join();
    attachDesk(opened.join());
    board.set(Optional.of(deeds.board()));
    if (!spoken) {
      return (_, _) -> Optional.empty();
    }
    actors.links().tell(new Switchboard.DeedsReady(deeds));
    return (conversation, userText) -> DeedWords.reply(deeds, conversation, userText);
  }

  /** What it does before it is ready, for those who ask. */
  public void prepares(String detail) {
    warmth.becomes(false, detail);
  }

  /** From now on tasks, stop and release over HTTP go here. */
  public void attachDesk(ActorRef<DeskCommand> attached) {
    desk.set(Optional.of(attached));
  }

  /** Tells the console something, as one JSON object with a {@code type}. */
  public void showOnConsole(String json) {
    actors.events().publish(json);
  }

  /** Calls back when the node ended by itself, because the other nodes go on without it. */
  public void whenCutOff(Runnable told) {
    system
        .getWhenTerminated()
        .whenComplete((_, _) -> {
          if (!closed.get()) {
            told.run();
          }
        });
  }

  /** Where this machine's own browser finds it, without a warning. */
  public String localUrl() {
    return "http://localhost:" + server.httpPort();
  }

  /** Where other devices find it, if there is a network. */
  public Optional<String> lanUrl() {
    return server.lanUrl(names::get);
  }

  /** All addresses of HTTPS. */
  public List<String> secureUrls() {
    return server.secureUrls(names.get());
  }

  /** An address that pairs a device once, within five minutes. */
  public Optional<String> pairingUrl() {
    return lanUrl().map(url -> url + "/#pair=" + codes.issue());
  }

  /** Says goodbye to everybody and stops. May be called twice. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    warmth.becomes(false, "going down");
    lan.ifPresent(LanName::close);
    peers.drain();
    if (peers.nodes().size() > 1) {
      HandOver.run(actors.links(), board.get());
    }
    actors.links().tell(new Switchboard.Goodbye("the creature goes to sleep"));
    actors.faces().close();
    actors.events().close();
    try {
      server.stop().toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      peers.close();
      system.terminate();
      system
          .getWhenTerminated()
          .toCompletableFuture()
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | CompletionException e) {
      LOG.warn("not everything stopped in time: {}", e.toString());
    } finally {
      telemetry.close();
      storage.close();
    }
  }
}
