package dev.creature.deploy.node;

import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.desk.DeskCommand;
import dev.creature.actors.task.TaskCommand;
import dev.creature.facebridge.server.LanName;
import dev.creature.facebridge.server.WebServer;
import dev.creature.models.runtime.InferencePool;
import dev.creature.reasoning.policy.AuditLog;
import dev.creature.voiceloop.engine.VoiceEngine;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running creature: faces, pages and links at once, a voice as soon as {@link #speakWith} is
 * called, a body as soon as {@link #attachDesk} is.
 */
public final class Node implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Node.class);
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final NodeParts parts;
  private final AtomicReference<Optional<ActorRef<TaskCommand>>> board =
      new AtomicReference<>(Optional.empty());
  private final AtomicBoolean closed = new AtomicBoolean();

  private Node(NodeParts parts) {
    this.parts = parts;
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
    return new Node(NodeStart.start(listen, data, observers, plan));
  }

  /** From now on inference shows how long work waits. */
  public void watch(InferencePool pool) {
    parts.telemetry().watch(pool);
  }

  /** From now on it converses. */
  public void speakWith(VoiceEngine engine) {
    parts.actors().links().tell(new Switchboard.EngineOpened(engine));
    parts.warmth().becomes(true, "ready");
  }

  /**
   * From now on it has a body, with its tasks as they were when the node last ran.
   *
   * @param data where tasks and decisions are written down
   * @param bodily the body, the policy and what plans
   * @param spoken whether spoken words become deeds
   * @return how the creature answers words that ask for a deed, by conversation and words
   * @throws IOException when the log of decisions cannot be written, or was tampered with
   */
  public BiFunction<String, String, Optional<String>> embody(
      DataFolder data, DeedParts bodily, boolean spoken) throws IOException {
    AuditLog audit =
        AuditLog.open(data.path().resolve("audit.jsonl"), Clock.system(ZoneId.systemDefault()));
    CompletableFuture<Deeds> started = new CompletableFuture<>();
    CompletableFuture<ActorRef<DeskCommand>> opened = new CompletableFuture<>();
    parts
        .actors()
        .spawner()
        .tell(
            new Guardian.Spawn(context -> {
              try {
                Deeds deeds =
                    parts
                        .storage()
                        .start(context, audit, bodily, parts.creature(), parts.actors().links());
                opened.complete(context.spawn(BodyDesk.create(deeds), "desk"));
                deeds
                    .body()
                    .tell(
                        new BodyCommand.Watch(
                            context.spawn(WorldWatch.create(this::showOnConsole), "world")));
                ShownNode.show(context, deeds, parts.telemetry());
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
    parts.actors().links().tell(new Switchboard.DeedsReady(deeds));
    return (conversation, userText) -> DeedWords.reply(deeds, conversation, userText);
  }

  /** What it does before it is ready, for those who ask. */
  public void prepares(String detail) {
    parts.warmth().becomes(false, detail);
  }

  /** From now on tasks, stop and release over HTTP go here. */
  public void attachDesk(ActorRef<DeskCommand> attached) {
    parts.desk().set(Optional.of(attached));
  }

  /** Tells the console something, as one JSON object with a {@code type}. */
  public void showOnConsole(String json) {
    parts.actors().events().publish(json);
  }

  /** Calls back when the node ended by itself, because the other nodes go on without it. */
  public void whenCutOff(Runnable told) {
    parts
        .system()
        .getWhenTerminated()
        .whenComplete((_, _) -> {
          if (!closed.get()) {
            told.run();
          }
        });
  }

  /** Where this machine's own browser finds it, without a warning. */
  public String localUrl() {
    return "http://localhost:" + parts.server().httpPort();
  }

  /** Where other devices find it, if there is a network. */
  public Optional<String> lanUrl() {
    return parts.server().lanUrl(parts.names()::get);
  }

  /** All addresses of HTTPS. */
  public List<String> secureUrls() {
    return parts.server().secureUrls(parts.names().get());
  }

  /** An address that pairs a device once, within five minutes. */
  public Optional<String> pairingUrl() {
    return lanUrl().map(url -> url + "/#pair=" + parts.codes().issue());
  }

  /** Says goodbye to everybody and stops. May be called twice. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    parts.warmth().becomes(false, "going down");
    parts.lan().ifPresent(LanName::close);
    parts.peers().drain();
    if (parts.peers().nodes().size() > 1) {
      HandOver.run(parts.actors().links(), board.get());
    }
    parts.actors().links().tell(new Switchboard.Goodbye("the creature goes to sleep"));
    parts.actors().faces().close();
    parts.actors().events().close();
    try {
      parts.server().stop().toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      parts.peers().close();
      parts.system().terminate();
      parts
          .system()
          .getWhenTerminated()
          .toCompletableFuture()
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | CompletionException e) {
      LOG.warn("not everything stopped in time: {}", e.toString());
    } finally {
      parts.telemetry().close();
      parts.storage().close();
    }
  }
}
