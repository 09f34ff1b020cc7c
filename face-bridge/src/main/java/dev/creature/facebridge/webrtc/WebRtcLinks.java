package dev.creature.facebridge.webrtc;

import dev.creature.actors.link.LinkCommand;
import dev.creature.actors.link.LinkInput;
import dev.creature.actors.link.LinkListener;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Scheduler;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All WebRTC links of the node. The native library is loaded at the first offer; where that fails,
 * it is not tried again, and every offer is told why.
 */
public final class WebRtcLinks implements WebRtcPeer.Threads, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebRtcLinks.class);

  /** Each encodes and decodes all the time. */
  private static final int MOST_PEERS = 32;

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final long CONNECTING_SECONDS = 15;
  private static final long FLUSH_MILLIS = 300;

  private final ActorRef<LinkCommand> links;
  private final RelayService relay;
  private final Scheduler scheduler;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("webrtc-peers").factory());
  private final ExecutorService sender =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("webrtc-texts").factory());
  private final Set<WebRtcPeer> peers = ConcurrentHashMap.newKeySet();

  /** Of the worker's thread only. */
  private Optional<WebRtcEngine> engine = Optional.empty();

  private Optional<WebRtcUnavailable> unavailable = Optional.empty();

  /** Links that are opened at this keeper; loads nothing yet. */
  public WebRtcLinks(ActorRef<LinkCommand> links, RelayService relay, Scheduler scheduler) {
    this.links = links;
    this.relay = relay;
    this.scheduler = scheduler;
  }

  /** A link that was answered; {@code closing} ends it from outside. */
  public record Answered(String sdp, Runnable closing) {}

  /** Whether there is room for one more. */
  public boolean hasRoom() {
    return peers.size() < MOST_PEERS;
  }

  /**
   * Answers an offer with one audio track and one data channel.
   *
   * @param session the key of the session to go on with
   * @param gone called when the link has ended
   * @return fails with {@link BadOffer} or {@link WebRtcUnavailable}
   */
  public CompletionStage<Answered> answer(String offer, Optional<String> session, Runnable gone) {
    CompletableFuture<Answered> answered = new CompletableFuture<>();
    now(() -> {
      try {
        answered.complete(answerNow(offer, session, gone));
      } catch (BadOffer | WebRtcUnavailable refused) {
        answered.completeExceptionally(refused);
      } catch (RuntimeException failed) {
        LOG.warn("an offer could not be answered", failed);
        answered.completeExceptionally(new BadOffer(String.valueOf(failed.getMessage())));
      }
    });
    return answered;
  }

  private Answered answerNow(String offer, Optional<String> session, Runnable gone)
      throws BadOffer, WebRtcUnavailable {
    WebRtcEngine running = engine();
    CompletableFuture<WebRtcPeer> made = new CompletableFuture<>();
    WebRtcPeer peer =
        new WebRtcPeer(
            running,
            relay.access("creature", Instant.now()),
            this,
            listener -> enter(session, listener),
            () ->
                made.thenAccept(left -> {
                  peers.remove(left);
                  gone.run();
                }));
    made.complete(peer);
    peers.add(peer);
    String answer = peer.answer(offer);
    later(
        () -> {
          if (!peer.isInside()) {
            peer.leave();
          }
        },
        TimeUnit.SECONDS.toMillis(CONNECTING_SECONDS));
    return new Answered(answer, () -> peer.close("your right was taken back"));
  }

  private WebRtcEngine engine() throws WebRtcUnavailable {
    if (unavailable.isPresent()) {
      throw unavailable.get();
    }
    if (engine.isEmpty()) {
      try {
        engine = Optional.of(WebRtcEngine.start());
      } catch (WebRtcUnavailable missing) {
        LOG.warn("no WebRTC, the WebSocket does as well: {}", missing.getMessage());
        unavailable = Optional.of(missing);
        throw missing;
      }
    }
    return engine.get();
  }

  private CompletionStage<Consumer<LinkInput>> enter(
      Optional<String> session, LinkListener listener) {
    return AskPattern.<LinkCommand, LinkCommand.Opened>ask(
            links, replyTo -> new LinkCommand.Open(session, listener, replyTo), PATIENCE, scheduler)
        .thenApply(opened -> opened.input()::tell);
  }

  private void later(Runnable task, long millis) {
    CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, worker).execute(task);
  }

  @Override
  public void soon(Runnable task) {
    try {
      later(task, FLUSH_MILLIS);
    } catch (RejectedExecutionException tooLate) {
      LOG.debug("all links end anyway", tooLate);
    }
  }

  @Override
  public void now(Runnable task) {
    try {
      worker.execute(task);
    } catch (RejectedExecutionException tooLate) {
      LOG.debug("all links end anyway", tooLate);
    }
  }

  @Override
  public void send(Runnable task) {
    try {
      sender.execute(task);
    } catch (RejectedExecutionException tooLate) {
      LOG.debug("all links end anyway", tooLate);
    }
  }

  /** Ends all links and lets the library go. */
  @Override
  public void close() {
    now(() -> peers.forEach(WebRtcPeer::leave));
    // What leaving asks for stands behind this.
    now(() ->
        now(() -> {
          engine.ifPresent(WebRtcEngine::close);
          engine = Optional.empty();
          worker.shutdown();
        }));
    sender.shutdown();
    try {
      if (!worker.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("the WebRTC links did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
