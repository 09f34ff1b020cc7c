package dev.creature.facebridge.server;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for creatures in the local network by multicast DNS, where the system itself does not
 * resolve such names.
 */
public final class LanSearch {
  private static final Logger LOG = LoggerFactory.getLogger(LanSearch.class);
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private LanSearch() {}

  /**
   * A creature that announces itself.
   *
   * @param name such as {@code creature.local}; lower case
   * @param address in digits
   * @param port of its HTTPS
   */
  public record Found(String name, String address, int port) {}

  /**
   * The creature of this name; asks for up to four seconds.
   *
   * @param here this machine's address in the network that is asked, in digits
   * @throws IOException when nothing can be asked from there
   */
  public static Optional<Found> named(String name, String here) throws IOException {
    JmDNS asker = JmDNS.create(InetAddress.ofLiteral(here), "looking");
    try {
      return Arrays.stream(asker.list(MulticastResponder.SERVICE, PATIENCE.toMillis()))
          .flatMap(LanSearch::found)
          .filter(creature -> creature.name().equals(name.toLowerCase(Locale.ROOT)))
          .findFirst();
    } finally {
      // It says goodbye for seconds; nobody waits for that.
      Thread.ofPlatform().daemon().name("lan-search-bye").start(() -> close(asker));
    }
  }

  private static Stream<Found> found(ServiceInfo service) {
    String server = service.getServer().toLowerCase(Locale.ROOT);
    String name = server.endsWith(".") ? server.substring(0, server.length() - 1) : server;
    return List.of(service.getInet4Addresses()).stream()
        .map(address -> new Found(name, address.getHostAddress(), service.getPort()));
  }

  private static void close(JmDNS asker) {
    try {
      asker.close();
    } catch (IOException e) {
      LOG.debug("the search was not ended: {}", e.toString());
    }
  }
}
