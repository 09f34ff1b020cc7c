package dev.creature.facebridge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.creature.facebridge.certificate.LocalNames;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import org.junit.jupiter.api.Test;

/** Asks the real local network, in which this test announces a creature. */
class LanSearchTest {
  private static final InetAddress GROUP = InetAddress.ofLiteral("239.255.77.77");
  private static final int PATIENCE_MILLIS = 2_000;

  @Test
  void findsACreatureByItsNameAndNoOther() throws Exception {
    String here = LocalNames.here().lanAddress().orElse("127.0.0.1");
    assumeTrue(takesMulticast(here), "multicast is not allowed here, from " + here);
    String name = "search-" + ProcessHandle.current().pid() + ".local";
    try (Responder announced = MulticastResponder.open(here, name)) {
      announced.announce(8_443);

      assertThat(LanSearch.named(name, here)).contains(new LanSearch.Found(name, here, 8_443));
      assertThat(LanSearch.named("nobody-" + name, here)).isEmpty();
    }
  }

  /** Whether what is sent to many comes back to this machine, too. */
  private static boolean takesMulticast(String here) {
    InetAddress own = InetAddress.ofLiteral(here);
    try (MulticastSocket socket = new MulticastSocket(0)) {
      NetworkInterface network = NetworkInterface.getByInetAddress(own);
      socket.setNetworkInterface(network);
      InetSocketAddress group = new InetSocketAddress(GROUP, socket.getLocalPort());
      socket.joinGroup(group, network);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.send(new DatagramPacket(new byte[] {1}, 1, group));
      socket.receive(new DatagramPacket(new byte[1], 1));
      return true;
    } catch (IOException no) {
      return false;
    }
  }
}
