package dev.creature.facebridge.server;

import dev.creature.facebridge.certificate.LocalNames;
import dev.creature.facebridge.pairing.Devices;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.pekko.http.javadsl.model.AttributeKeys;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.RemoteAddress;

/**
 * Whom the server lets in: this machine itself, and devices that are paired. Names in {@code Host}
 * that are not this machine's, and pages of others in {@code Origin}, are turned away before
 * anything else: a page somewhere else, open in a browser that may reach the creature, must not
 * speak in its user's name.
 */
final class Gate {
  private final Supplier<LocalNames> names;
  private final Devices devices;
  private final Neighbours neighbours;

  Gate(Supplier<LocalNames> names, Devices devices, Neighbours neighbours) {
    this.names = names;
    this.devices = devices;
    this.neighbours = neighbours;
  }

  /** Who asks. */
  sealed interface Peer {
    /** On this machine. */
    enum Loopback implements Peer {
      INSTANCE
    }

    /** A device that is paired. */
    record Paired(Devices.Device device) implements Peer {}

    /** Anybody else, by address. */
    record Stranger(String address, boolean triedToken) implements Peer {}
  }

  /** Why a request is not even looked at, if so. */
  Optional<Problem> refusal(HttpRequest request) {
    String host = header(request, "Host").orElse("").toLowerCase(Locale.ROOT);
    String name = withoutPort(host);
    if (!isAddress(name) && !names.get().names().contains(name)) {
      return Optional.of(
          new Problem(403, "wrong host", "this server is not called \"" + safe(name) + "\""));
    }
    Optional<String> origin = header(request, "Origin");
    if (origin.isPresent()
        && !host.equals(authorityOf(origin.get()))
        && !isNeighbour(origin.get())) {
      return Optional.of(
          new Problem(
              403, "wrong origin", "pages of \"" + safe(origin.get()) + "\" may not ask here"));
    }
    return Optional.empty();
  }

  /** Who asks. */
  Peer peer(HttpRequest request) {
    Optional<InetAddress> address =
        request.getAttribute(AttributeKeys.remoteAddress).flatMap(RemoteAddress::getAddress);
    // Behind a proxy on this machine everybody would look like this machine.
    boolean direct =
        header(request, "X-Forwarded-For").isEmpty() && header(request, "Forwarded").isEmpty();
    if (direct && address.map(InetAddress::isLoopbackAddress).orElse(false)) {
      return Peer.Loopback.INSTANCE;
    }
    Optional<String> token = bearer(request).or(() -> request.getUri().query().get("token"));
    String from = address.map(InetAddress::getHostAddress).orElse("unknown");
    return token
        .flatMap(devices::of)
        .<Peer>map(Peer.Paired::new)
        .orElseGet(() -> new Peer.Stranger(from, token.isPresent()));
  }

  /** The token in the header, if there is one. */
  static Optional<String> bearer(HttpRequest request) {
    return header(request, "Authorization")
        .filter(value -> value.startsWith("Bearer "))
        .map(value -> value.substring("Bearer ".length()).strip());
  }

  /** The origin of a page of another node, which may ask here. */
  Optional<String> neighbourOrigin(HttpRequest request) {
    return header(request, "Origin").filter(this::isNeighbour);
  }

  /** A page of another node, whose own node may be gone. */
  private boolean isNeighbour(String origin) {
    return neighbours.nodes().stream()
        .anyMatch(node ->
            origin.equals(node.url())
                || (node.sameMachine()
                    && (origin.equals(node.localUrl())
                        || origin.equals(node.localUrl().replace("localhost", "127.0.0.1")))));
  }

  static Optional<String> header(HttpRequest request, String name) {
    return request.getHeader(name).map(HttpHeader::value);
  }

  private static String withoutPort(String host) {
    if (host.startsWith("[")) {
      int end = host.indexOf(']');
      return end < 0 ? host : host.substring(1, end);
    }
    int colon = host.indexOf(':');
    return colon < 0 ? host : host.substring(0, colon);
  }

  /** A number cannot be bent to another machine, as a name can. */
  private static boolean isAddress(String name) {
    try {
      InetAddress.ofLiteral(name);
      return true;
    } catch (IllegalArgumentException notOne) {
      return false;
    }
  }

  private static String authorityOf(String origin) {
    try {
      String authority = new URI(origin).getRawAuthority();
      return authority == null ? "" : authority.toLowerCase(Locale.ROOT);
    } catch (URISyntaxException e) {
      return "";
    }
  }

  private static String safe(String text) {
    String plain = text.replaceAll("[^A-Za-z0-9.:/\\[\\]-]", "?");
    return plain.substring(0, Math.min(80, plain.length()));
  }
}
