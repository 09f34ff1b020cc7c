package dev.creature.facebridge.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.creature.facebridge.socket.SocketText;
import dev.creature.facebridge.webrtc.BadOffer;
import dev.creature.facebridge.webrtc.RelayService;
import dev.creature.facebridge.webrtc.WebRtcLinks;
import dev.creature.facebridge.webrtc.WebRtcUnavailable;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/** {@code GET /v1/ice}: who helps to connect. {@code POST /v1/webrtc}: offer in, answer out. */
final class WebRtcRoute {
  private final WebRtcLinks links;
  private final RelayService relay;
  private final Sockets sockets;

  WebRtcRoute(WebRtcLinks links, RelayService relay, Sockets sockets) {
    this.links = links;
    this.relay = relay;
    this.sockets = sockets;
  }

  /** Answers {@code {"iceServers":[…],"seconds":…}}: how long the passwords in it are good. */
  HttpResponse helpers(Gate.Peer peer) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode servers = answer.putArray("iceServers");
    answer.put("seconds", RelayService.LIFETIME.toSeconds());
    if (relay.isThere()) {
      RelayService.Access access = relay.access(name(peer), Instant.now());
      ObjectNode server = servers.addObject();
      ArrayNode urls = server.putArray("urls");
      access.urls().forEach(urls::add);
      if (!access.username().isEmpty()) {
        server.put("username", access.username()).put("credential", access.credential());
      }
    }
    return Answers.json(answer);
  }

  /** By which the relay's log tells devices apart. */
  private static String name(Gate.Peer peer) {
    return switch (peer) {
      case Gate.Peer.Paired(var device) -> device.id();
      case Gate.Peer.Loopback _, Gate.Peer.Stranger _ -> "here";
    };
  }

  /** Answers {@code {"type":"offer","sdp":…,"session"?:…}}. */
  CompletionStage<HttpResponse> offer(String body, Gate.Peer peer) {
    Optional<ObjectNode> parsed = SocketText.parse(body);
    String sdp = parsed.map(offer -> offer.path("sdp").asText("")).orElse("");
    if (parsed.isEmpty() || !parsed.get().path("type").asText("").equals("offer")) {
      return refused(Problem.badInput("expected {\"type\":\"offer\",\"sdp\":…}"));
    }
    if (!sdp.startsWith("v=0") || !sdp.contains("m=audio ") || !sdp.contains("m=application ")) {
      return refused(Problem.badInput("sdp offers one audio track and one data channel"));
    }
    if (!links.hasRoom()) {
      return refused(new Problem(503, "full", "too many are connected; take the WebSocket"));
    }
    Optional<String> session =
        Optional.of(parsed.get().path("session").asText("")).filter(key -> !key.isEmpty());
    Sockets.Place place = sockets.place(peer, LinkKind.WEBRTC);
    return links
        .answer(sdp, session, place::leave)
        .handle((answered, failure) -> {
          if (failure != null) {
            place.leave();
            return problem(failure).response();
          }
          place.closesBy(answered.closing());
          return Answers.json(
              JsonNodeFactory.instance
                  .objectNode()
                  .put("type", "answer")
                  .put("sdp", answered.sdp()));
        });
  }

  private static Problem problem(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return switch (cause) {
      case WebRtcUnavailable missing ->
          new Problem(
              501,
              "no WebRTC here",
              "take the WebSocket /v1/audio; the library cannot be loaded: "
                  + missing.getMessage());
      case BadOffer bad -> Problem.badInput("the offer cannot be answered: " + bad.getMessage());
      default -> new Problem(500, "failed", "the offer could not be answered");
    };
  }

  private static CompletionStage<HttpResponse> refused(Problem problem) {
    return CompletableFuture.completedFuture(problem.response());
  }
}
