package dev.creature.facebridge.server;

import dev.creature.facebridge.audio.AudioSocket;
import dev.creature.facebridge.face.FaceHub;
import dev.creature.facebridge.pairing.Devices;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.model.AttributeKeys;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.ws.Message;
import org.apache.pekko.http.javadsl.model.ws.WebSocketUpgrade;
import org.apache.pekko.stream.javadsl.Flow;

/** The WebSockets: opened for a peer, and closed when the peer loses its right. */
final class Sockets {
  private static final int MOST_SOCKETS = 500;

  private final Parts parts;
  private final AudioSocket audio;
  private final Set<Place> attached = ConcurrentHashMap.newKeySet();

  /** The place of one link, until it ends. */
  final class Place {
    private final Optional<String> device;
    private final LinkKind kind;
    private volatile Runnable closing = () -> {};

    private Place(Gate.Peer peer, LinkKind kind) {
      this.kind = kind;
      device =
          peer instanceof Gate.Peer.Paired(Devices.Device known)
              ? Optional.of(known.id())
              : Optional.empty();
    }

    /** How it is ended from outside. */
    void closesBy(Runnable way) {
      closing = way;
    }

    void leave() {
      attached.remove(this);
    }
  }

  Sockets(Parts parts, AudioSocket audio, Devices devices) {
    this.parts = parts;
    this.audio = audio;
    devices.whenRevoked(id ->
        attached.stream()
            .filter(socket -> socket.device.map(id::equals).orElse(false))
            .forEach(socket -> socket.closing.run()));
  }

  /** A place for a link of this peer. */
  Place place(Gate.Peer peer, LinkKind kind) {
    Place place = new Place(peer, kind);
    attached.add(place);
    return place;
  }

  int attached() {
    return attached.size();
  }

  /** How many of a kind. */
  int attached(LinkKind kind) {
    return Math.toIntExact(attached.stream().filter(place -> place.kind == kind).count());
  }

  /** A socket at a path, or empty when there is none. */
  Optional<CompletionStage<HttpResponse>> at(String path, HttpRequest request, Gate.Peer peer) {
    return switch (path) {
      case "/v1/audio", "/v1/face", "/v1/events" -> Optional.of(open(path, request, peer));
      default -> Optional.empty();
    };
  }

  private CompletionStage<HttpResponse> open(String path, HttpRequest request, Gate.Peer peer) {
    Optional<WebSocketUpgrade> upgrade = request.getAttribute(AttributeKeys.webSocketUpgrade);
    if (upgrade.isEmpty()) {
      return refused(new Problem(426, "a WebSocket is here", "connect with wss://"));
    }
    if (attached.size() >= MOST_SOCKETS) {
      return refused(new Problem(503, "full", "too many are connected; try again later"));
    }
    return switch (path) {
      case "/v1/audio" ->
          audio
              .open(
                  request.getUri().query().get("session"),
                  heardTurn(request.getUri().query().get("heard")),
                  request.getUri().query().get("roams").isPresent())
              .thenApply(
                  open -> run(upgrade.get(), peer, LinkKind.AUDIO, open.flow(), open.closing()));
      case "/v1/face" -> {
        FaceHub.Open open = parts.faces().attach(seen -> parts.director().tell(seen));
        yield CompletableFuture.completedFuture(
            run(upgrade.get(), peer, LinkKind.FACE, open.flow(), open.closing()));
      }
      default -> {
        EventHub.Open open = parts.events().watch();
        yield CompletableFuture.completedFuture(
            run(upgrade.get(), peer, LinkKind.EVENTS, open.flow(), open.closing()));
      }
    };
  }

  private HttpResponse run(
      WebSocketUpgrade upgrade,
      Gate.Peer peer,
      LinkKind kind,
      Flow<Message, Message, NotUsed> flow,
      Runnable closing) {
    Place place = place(peer, kind);
    place.closesBy(closing);
    return upgrade.handleMessagesWith(
        flow.watchTermination((kept, ended) -> {
          ended.whenComplete((_, _) -> place.leave());
          return kept;
        }));
  }

  private static CompletionStage<HttpResponse> refused(Problem problem) {
    return CompletableFuture.completedFuture(problem.response());
  }

  /** A number that is none is as good as none. */
  private static int heardTurn(Optional<String> heard) {
    return heard.filter(it -> it.matches("[0-9]{1,9}")).map(Integer::parseInt).orElse(0);
  }
}
