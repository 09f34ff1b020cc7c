package dev.creature.facebridge.server;

import dev.creature.facebridge.audio.AudioSocket;
import dev.creature.facebridge.certificate.LocalNames;
import dev.creature.facebridge.certificate.ServerIdentity;
import dev.creature.facebridge.pairing.Devices;
import dev.creature.facebridge.pairing.PairingCodes;
import dev.creature.facebridge.webrtc.WebRtcLinks;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.ConnectionContext;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.ServerBinding;
import org.apache.pekko.http.javadsl.settings.ServerSettings;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.SystemMaterializer;

/**
 * The creature's web server: HTTPS for everybody, plain HTTP for this machine only, one set of
 * routes.
 */
public final class WebServer {
  private static final Duration CLOSING = Duration.ofSeconds(2);
  private static final String SETTINGS =
      """
      pekko.http.server {
        remote-address-attribute = on
        server-header = creature
        idle-timeout = 75 s
        request-timeout = 15 s
        max-connections = 1024
        parsing.max-content-length = 64k
        websocket.periodic-keep-alive-max-idle = 15 s
      }
      """;

  private final List<ServerBinding> bindings;
  private final WebRtcLinks webrtc;
  private final Sockets sockets;
  private final int httpsPort;
  private final int httpPort;

  private WebServer(List<ServerBinding> bindings, WebRtcLinks webrtc, Sockets sockets) {
    this.sockets = sockets;
    this.webrtc = webrtc;
    this.bindings = List.copyOf(bindings);
    this.httpsPort = bindings.getFirst().localAddress().getPort();
    this.httpPort = bindings.getLast().localAddress().getPort();
  }

  /**
   * Where the server listens.
   *
   * @param host for HTTPS, such as {@code 0.0.0.0}
   * @param httpsPort 0 for any
   * @param httpPort on loopback; 0 for any
   */
  public record Listen(String host, int httpsPort, int httpPort) {
    public Listen {
      for (int port : new int[] {httpsPort, httpPort}) {
        if (port < 0 || port > 65_535) {
          throw new IllegalArgumentException("a port is from 0 to 65535, not " + port);
        }
      }
    }
  }

  /**
   * Begins to listen.
   *
   * @throws PortTaken when one of the ports is not to be had
   */
  public static WebServer start(
      ActorSystem<?> system,
      Listen listen,
      ServerIdentity identity,
      Supplier<LocalNames> names,
      PairingCodes codes,
      Devices devices,
      Parts parts)
      throws GeneralSecurityException {
    Materializer materializer = SystemMaterializer.get(system).materializer();
    AudioSocket audio = new AudioSocket(parts.links(), system.scheduler(), materializer);
    WebRtcLinks webrtc = new WebRtcLinks(parts.links(), parts.relay(), system.scheduler());
    Sockets sockets = new Sockets(parts, audio, devices);
    CompletableFuture<WebServer> started = new CompletableFuture<>();
    Supplier<Optional<String>> lanUrl =
        () -> Optional.ofNullable(started.getNow(null)).flatMap(server -> server.lanUrl(names));
    Router router =
        new Router(
            new Gate(names, devices, parts.neighbours()),
            sockets,
            new PairingRoutes(codes, devices, lanUrl),
            new TaskRoutes(parts.desk(), system.scheduler()),
            new WebRtcRoute(webrtc, parts.relay(), sockets),
            parts,
            () -> pem(identity),
            materializer);
    ServerSettings settings = ServerSettings.create(SETTINGS);
    List<ServerBinding> bindings = new ArrayList<>();
    try {
      bindings.add(
          bound(
              Http.get(system)
                  .newServerAt(listen.host(), listen.httpsPort())
                  .withSettings(settings)
                  .enableHttps(ConnectionContext.httpsServer(identity.tls()))
                  .bind(router::route),
              listen.httpsPort(),
              "--port"));
      bindings.add(
          bound(
              Http.get(system)
                  .newServerAt("127.0.0.1", listen.httpPort())
                  .withSettings(settings)
                  .bind(router::route),
              listen.httpPort(),
              "--http-port"));
    } catch (PortTaken taken) {
      bindings.forEach(ServerBinding::unbind);
      webrtc.close();
      throw taken;
    }
    WebServer server = new WebServer(bindings, webrtc, sockets);
    started.complete(server);
    return server;
  }

  /** How many links of a kind are open. */
  public int attached(LinkKind kind) {
    return sockets.attached(kind);
  }

  /** The port of HTTPS. */
  public int httpsPort() {
    return httpsPort;
  }

  /** The port of plain HTTP on loopback. */
  public int httpPort() {
    return httpPort;
  }

  /** Where other devices reach it; nothing when this machine has no address but loopback. */
  public Optional<String> lanUrl(Supplier<LocalNames> names) {
    InetAddress bound = bindings.getFirst().localAddress().getAddress();
    if (bound.isLoopbackAddress()) {
      return Optional.empty();
    }
    String address =
        bound.isAnyLocalAddress() ? names.get().addresses().getFirst() : bound.getHostAddress();
    return address.equals("127.0.0.1")
        ? Optional.empty()
        : Optional.of(
            "https://" + (address.contains(":") ? "[" + address + "]" : address) + ":" + httpsPort);
  }

  /** All addresses of HTTPS under these names, but those of loopback. */
  public List<String> secureUrls(LocalNames names) {
    return Stream.concat(names.names().stream(), names.addresses().stream())
        .filter(name -> !name.equals("::1") && !name.equals("127.0.0.1"))
        .map(name -> name.contains(":") ? "[" + name + "]" : name)
        .map(name -> "https://" + name + ":" + httpsPort)
        .toList();
  }

  /** Takes no more requests and lets those in flight end. */
  public CompletionStage<Void> stop() {
    return CompletableFuture.allOf(
            bindings.stream()
                .map(binding -> binding.terminate(CLOSING).toCompletableFuture())
                .toArray(CompletableFuture[]::new))
        .thenRunAsync(webrtc::close, task -> Thread.ofPlatform().name("webrtc-end").start(task));
  }

  private static ServerBinding bound(
      CompletionStage<ServerBinding> binding, int port, String option) {
    try {
      return binding.toCompletableFuture().join();
    } catch (CompletionException failed) {
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      Throwable root = cause.getCause() == null ? cause : cause.getCause();
      throw new PortTaken(port, option, String.valueOf(root.getMessage()));
    }
  }

  private static String pem(ServerIdentity identity) {
    try {
      return identity.authorityPem();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
