package dev.creature.facebridge.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.creature.facebridge.pages.Pages;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.pekko.http.javadsl.model.AttributeKeys;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.stream.Materializer;

/** Which path leads where, and who may go there. */
final class Router {
  private static final long LONGEST_BODY = 16_384;
  private static final long BODY_MILLIS = 5_000;
  private static final String POLICY =
      "default-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self' blob:;"
          + " connect-src 'self' ws: wss: https: http://localhost:*; object-src 'none'; base-uri 'none';"
          + " frame-ancestors 'self'; form-action 'none'";

  private final Gate gate;
  private final Sockets sockets;
  private final PairingRoutes pairing;
  private final TaskRoutes tasks;
  private final WebRtcRoute webrtc;
  private final Parts parts;
  private final NodeRoutes nodes;
  private final CameraRoute camera;
  private final RequestPace pace = new RequestPace(InstantSource.system());
  private final Pages pages = new Pages();
  private final Supplier<String> authorityPem;
  private final Materializer materializer;

  Router(
      Gate gate,
      Sockets sockets,
      PairingRoutes pairing,
      TaskRoutes tasks,
      WebRtcRoute webrtc,
      Parts parts,
      Supplier<String> authorityPem,
      Materializer materializer) {
    this.gate = gate;
    this.sockets = sockets;
    this.pairing = pairing;
    this.tasks = tasks;
    this.webrtc = webrtc;
    this.parts = parts;
    this.nodes = new NodeRoutes(parts.neighbours(), InstantSource.system());
    this.camera = new CameraRoute(parts.camera());
    this.authorityPem = authorityPem;
    this.materializer = materializer;
  }

  /** Answers a request; a page of another node of the creature may read the answer, too. */
  CompletionStage<HttpResponse> route(HttpRequest request) {
    Optional<String> neighbour = gate.neighbourOrigin(request);
    if (neighbour.isEmpty() || request.getAttribute(AttributeKeys.webSocketUpgrade).isPresent()) {
      return answer(request);
    }
    boolean preflight = request.method().value().equals("OPTIONS");
    if (preflight) {
      request.discardEntityBytes(materializer);
    }
    return (preflight ? done(HttpResponse.create().withStatus(204)) : answer(request))
        .thenApply(response ->
            response
                .addHeader(RawHeader.create("Access-Control-Allow-Origin", neighbour.get()))
                .addHeader(RawHeader.create("Vary", "Origin"))
                .addHeader(
                    RawHeader.create("Access-Control-Allow-Headers", "Authorization, Content-Type"))
                .addHeader(RawHeader.create("Access-Control-Allow-Methods", "GET, POST, DELETE")));
  }

  private CompletionStage<HttpResponse> answer(HttpRequest request) {
    Optional<Problem> refusal = gate.refusal(request);
    if (refusal.isPresent()) {
      return refused(request, refusal.get());
    }
    String path = request.getUri().path();
    Gate.Peer peer = gate.peer(request);
    if (isTooFast(peer)) {
      return refused(
          request, new Problem(429, "too many requests", "wait ten seconds, then ask less often"));
    }
    Optional<HttpResponse> open = open(path, request);
    if (open.isPresent()) {
      request.discardEntityBytes(materializer);
      return done(open.get());
    }
    if (path.equals("/v1/pair")) {
      return only(
          "POST",
          request,
          () -> withBody(request, body -> done(pairing.pair(body, address(peer)))));
    }
    if (path.equals("/v1/cluster/join")) {
      return only("POST", request, () -> withBody(request, body -> done(nodes.join(body))));
    }
    if (path.equals("/v1/me")) {
      request.discardEntityBytes(materializer);
      return done(me(peer));
    }
    if (path.equals("/metrics") && Gate.bearer(request).filter(parts.scrapes()).isPresent()) {
      return paired(path, request);
    }
    if (peer instanceof Gate.Peer.Stranger(_, boolean tried)) {
      return refused(
          request,
          new Problem(
              401,
              tried ? "token refused" : "not paired",
              "scan the QR code that the creature shows, and try again"));
    }
    if (path.equals("/v1/webrtc")) {
      return only("POST", request, () -> withBody(request, body -> webrtc.offer(body, peer)));
    }
    if (path.equals("/v1/ice")) {
      return only(
          "GET",
          request,
          () -> {
            request.discardEntityBytes(materializer);
            return done(webrtc.helpers(peer));
          });
    }
    return sockets.at(path, request, peer).orElseGet(() -> paired(path, request));
  }

  private boolean isTooFast(Gate.Peer peer) {
    return switch (peer) {
      case Gate.Peer.Loopback _ -> false;
      case Gate.Peer.Paired(var device) -> pace.isTooFast("device " + device.id());
      case Gate.Peer.Stranger(String address, _) -> pace.isTooFast("address " + address);
    };
  }

  /** What everybody may see. */
  private Optional<HttpResponse> open(String path, HttpRequest request) {
    return switch (path) {
      case "/healthz" -> Optional.of(Answers.text(200, "alive\n"));
      case "/readyz" ->
          Optional.of(
              parts.readiness().isReady()
                  ? Answers.text(200, "ready\n")
                  : new Problem(503, "not ready", parts.readiness().detail()).response());
      case "/authority.pem" ->
          Optional.of(
              HttpResponse.create()
                  .addHeader(
                      RawHeader.create(
                          "Content-Disposition", "attachment; filename=\"creature-authority.crt\""))
                  .withEntity(
                      HttpEntities.create(
                          ContentTypes.parse("application/x-x509-ca-cert"),
                          authorityPem.get().getBytes(StandardCharsets.US_ASCII))));
      default -> camera.at(request).or(() -> pages.at(path).map(page -> page(page, request)));
    };
  }

  private CompletionStage<HttpResponse> paired(String path, HttpRequest request) {
    String method = request.method().value();
    if (path.startsWith("/v1/devices/")) {
      return only(
          "DELETE",
          request,
          () -> {
            request.discardEntityBytes(materializer);
            return done(pairing.revoke(path.substring("/v1/devices/".length())));
          });
    }
    if (path.startsWith("/v1/tasks/")) {
      String id = path.substring("/v1/tasks/".length());
      request.discardEntityBytes(materializer);
      return switch (method) {
        case "GET" -> tasks.look(id);
        case "DELETE" -> tasks.cancel(id);
        default -> done(Problem.wrongMethod("GET or DELETE").response());
      };
    }
    return switch (path) {
      case "/v1/devices" -> only("GET", request, () -> done(pairing.list()));
      case "/v1/pairing-codes" ->
          only(
              "POST",
              request,
              () -> {
                request.discardEntityBytes(materializer);
                return done(pairing.newCode());
              });
      case "/v1/tasks" ->
          switch (method) {
            case "GET" -> tasks.all();
            case "POST" -> withBody(request, tasks::submit);
            default -> refused(request, Problem.wrongMethod("GET or POST"));
          };
      case "/v1/stop" -> only("POST", request, () -> withBody(request, _ -> tasks.stop()));
      case "/v1/release" -> only("POST", request, () -> withBody(request, _ -> tasks.release()));
      case "/v1/nodes" -> only("GET", request, () -> done(nodes.list()));
      case "/v1/status" -> only("GET", request, () -> done(status()));
      case "/metrics" -> only("GET", request, () -> done(metrics(request)));
      default -> refused(request, Problem.notFound(path));
    };
  }

  private HttpResponse metrics(HttpRequest request) {
    request.discardEntityBytes(materializer);
    return Answers.exposition(parts.metrics().get());
  }

  private HttpResponse me(Gate.Peer peer) {
    String kind =
        switch (peer) {
          case Gate.Peer.Loopback _ -> "loopback";
          case Gate.Peer.Paired _ -> "paired";
          case Gate.Peer.Stranger _ -> "stranger";
        };
    ObjectNode me = JsonNodeFactory.instance.objectNode().put("peer", kind);
    if (peer instanceof Gate.Peer.Paired(var device)) {
      me.put("device", device.id());
    }
    return Answers.json(
        me.put("ready", parts.readiness().isReady()).put("detail", parts.readiness().detail()));
  }

  private HttpResponse status() {
    ObjectNode status = JsonNodeFactory.instance.objectNode();
    status.put("ready", parts.readiness().isReady());
    status.put("detail", parts.readiness().detail());
    status.put("faces", parts.faces().attached());
    status.put("sockets", sockets.attached());
    status.put("body", parts.desk().get().isPresent());
    return Answers.json(status);
  }

  private HttpResponse page(Pages.Page page, HttpRequest request) {
    if (!request.method().value().equals("GET") && !request.method().value().equals("HEAD")) {
      return Problem.wrongMethod("GET").response();
    }
    String policy =
        switch (request.getUri().path()) {
          // The smallest face is one file that people copy: its style and script stand in it.
          case "/face/minimal" ->
              POLICY.replace("style-src 'self'", "style-src 'unsafe-inline'")
                  + "; script-src 'unsafe-inline'";
          case CameraRoute.PAGE -> CameraRoute.policy(request);
          default -> POLICY;
        };
    return HttpResponse.create()
        .addHeader(RawHeader.create("Content-Security-Policy", policy))
        .addHeader(RawHeader.create("X-Content-Type-Options", "nosniff"))
        .addHeader(RawHeader.create("Referrer-Policy", "no-referrer"))
        .addHeader(RawHeader.create("Cache-Control", "no-cache"))
        .withEntity(HttpEntities.create(ContentTypes.parse(page.type()), page.bytes()));
  }

  private CompletionStage<HttpResponse> only(
      String method, HttpRequest request, Supplier<CompletionStage<HttpResponse>> then) {
    return request.method().value().equals(method)
        ? then.get()
        : refused(request, Problem.wrongMethod(method));
  }

  private CompletionStage<HttpResponse> withBody(
      HttpRequest request, Function<String, CompletionStage<HttpResponse>> then) {
    return request
        .entity()
        .toStrict(BODY_MILLIS, LONGEST_BODY, materializer)
        .handle((body, failure) ->
            failure == null
                ? then.apply(body.getData().utf8String())
                : done(
                    new Problem(413, "too long", "a body has at most " + LONGEST_BODY + " bytes")
                        .response()))
        .thenCompose(answer -> answer);
  }

  private static String address(Gate.Peer peer) {
    return peer instanceof Gate.Peer.Stranger(String address, _) ? address : "known";
  }

  private CompletionStage<HttpResponse> refused(HttpRequest request, Problem problem) {
    request.discardEntityBytes(materializer);
    return done(problem.response());
  }

  private static CompletionStage<HttpResponse> done(HttpResponse response) {
    return CompletableFuture.completedFuture(response);
  }
}
