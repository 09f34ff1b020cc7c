package dev.creature.facebridge.server;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A name by multicast DNS (RFC 6762). */
final class MulticastResponder implements Responder {
  private static final Logger LOG = LoggerFactory.getLogger(MulticastResponder.class);

  /** What a creature is, among services. */
  static final String SERVICE = "_creature._tcp.local.";

  private static final String DOMAIN = ".local";

  /** Three probes, 250 ms apart, before a name counts as one's own, and what a slow host needs. */
  private static final Duration OBJECTIONS = Duration.ofMillis(2_500);

  private final JmDNS responder;
  private final String name;

  private MulticastResponder(JmDNS responder, String name) {
    this.responder = responder;
    this.name = name;
  }

  static Responder open(String address, String name) throws IOException {
    String label = name.substring(0, name.length() - DOMAIN.length());
    return new MulticastResponder(JmDNS.create(InetAddress.ofLiteral(address), label), name);
  }

  @Override
  public void announce(int port) throws IOException {
    String label = name.substring(0, name.length() - DOMAIN.length());
    responder.registerService(
        ServiceInfo.create(SERVICE, label, port, 0, 0, Map.of("path", "/", "tls", "1")));
    try {
      Thread.sleep(OBJECTIONS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the network was asked");
    }
  }

  @Override
  public boolean hasItsName() {
    return responder.getHostName().equals(name + ".");
  }

  @Override
  public void close() {
    try {
      responder.close();
    } catch (IOException e) {
      LOG.debug("{} was not taken back: {}", name, e.toString());
    }
  }
}
