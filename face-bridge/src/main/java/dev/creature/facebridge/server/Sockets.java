package dev.creature.facebridge.server;

import dev.creature.facebridge.audio.AudioSocket;
import dev.creature.facebridge.face.FaceHub;
import dev.creature.facebridge.pairing.Devices;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.model.AttributeKeys;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.Query;
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
    private Optional<Runnable> closing = Optional.empty();
    private Optional<Runnable> leaving = Optional.empty();
    private boolean closed;
    private boolean left;

    private Place(Gate.Peer peer, LinkKind kind) {
      this.kind = kind;
      device =
          peer instanceof Gate.Peer.Paired(Devices.Device known)
              ? Optional.of(known.id())
              : Optional.empty();
    }

    /** How it is ended from outside; at once, if that was asked already. */
    void closesBy(Runnable way) {
      boolean now;
      synchronized (this) {
        closing = Optional.of(way);
        now = closed;
      }
      if (now) {
        way.run();
      }
    }

    private void close() {
      Optional<Runnable> way;
      synchronized (this) {
        closed = true;
        way = closing;
      }
      way.ifPresent(Runnable::run);
    }

    /** What is to be done when the client has left; at once, if it has. */
    private void leavesBy(Runnable way) {
      boolean now;
      synchronized (this) {
        leaving = Optional.of(way);
        now = left;
      }
      if (now) {
        way.run();
      }
    }

    void leave() {
      attached.remove(this);
      Optional<Runnable> way;
      synchronized (this) {
        left = true;
        way = leaving;
      }
      way.ifPresent(Runnable::run);
    }
  }

  Sockets(Parts parts, AudioSocket audio, Devices devices) {
    this.parts = parts;
    this.audio = audio;
    devices.whenRevoked(id ->
        attached.stream()
            .filter(socket -> socket.device.map(id::equals).orElse(false))
            .forEach(Place::close));
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
    return CompletableFuture.completedFuture(
        upgrade
            .get()
            .handleMessagesWith(
                switch (path) {
                  case "/v1/audio" ->
                      whenThere(peer, LinkKind.AUDIO, place -> conversation(request, place));
                  case "/v1/face" -> whenThere(peer, LinkKind.FACE, this::face);
                  default -> whenThere(peer, LinkKind.EVENTS, this::events);
                }));
  }

  private Flow<Message, Message, ?> conversation(HttpRequest request, Place place) {
    Query query = request.getUri().query();
    return Flow.completionStageFlow(
        audio
            .open(
                query.get("session"), heardTurn(query.get("heard")), query.get("roams").isPresent())
            .thenApply(open -> {
              place.closesBy(open.closing());
              // A client that left meanwhile has no stream that could tell.
              place.leavesBy(open.leaving());
              return open.flow();
            }));
  }

  private Flow<Message, Message, ?> face(Place place) {
    FaceHub.Open open = parts.faces().attach(seen -> parts.director().tell(seen));
    place.closesBy(open.closing());
    return open.flow();
  }

  private Flow<Message, Message, ?> events(Place place) {
    EventHub.Open open = parts.events().watch();
    place.closesBy(open.closing());
    return open.flow();
  }

  /**
   * Takes a place, and opens what is there, when the socket runs. A client that leaves before the
   * end of its handshake never has one that runs, and nobody would ever free its place.
   */
  private Flow<Message, Message, NotUsed> whenThere(
      Gate.Peer peer, LinkKind kind, Function<Place, Flow<Message, Message, ?>> opening) {
    return Flow.<Message, Message, NotUsed>fromMaterializer(
            (_, _) -> {
              Place place = place(peer, kind);
              // Its end is seen on the way in, too: while a link is being opened nothing goes out.
              return Flow.of(Message.class)
                  .watchTermination((_, ended) -> freed(place, ended))
                  .via(opening.apply(place))
                  .watchTermination((_, ended) -> freed(place, ended));
            })
        .mapMaterializedValue(_ -> NotUsed.getInstance());
  }

  private static NotUsed freed(Place place, CompletionStage<Done> ended) {
    ended.whenComplete((_, _) -> place.leave());
    return NotUsed.getInstance();
  }

  private static CompletionStage<HttpResponse> refused(Problem problem) {
    return CompletableFuture.completedFuture(problem.response());
  }

  /** A number that is none is as good as none. */
  private static int heardTurn(Optional<String> heard) {
    return heard.filter(it -> it.matches("[0-9]{1,9}")).map(Integer::parseInt).orElse(0);
  }
}
