package dev.creature.facebridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.facebridge.certificate.LocalNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LanNameTest {
  private static final LocalNames HOME =
      new LocalNames(
          List.of("localhost", "workshop", "workshop.local"), List.of("192.168.1.20", "127.0.0.1"));
  private static final LocalNames ELSEWHERE =
      new LocalNames(List.of("localhost", "workshop"), List.of("10.0.0.7", "127.0.0.1"));
  private static final LocalNames ALONE =
      new LocalNames(List.of("localhost", "workshop"), List.of("127.0.0.1", "::1"));

  private final List<String> network = new ArrayList<>();
  private String takenByOthers = "";

  private class Heard implements Responder {
    private final String name;

    Heard(String address, String name) {
      this.name = name;
      network.add("open " + address + " " + name);
    }

    @Override
    public void announce(int port) {
      network.add("announce " + name + " " + port);
    }

    @Override
    public boolean hasItsName() {
      return !name.equals(takenByOthers);
    }

    @Override
    public void close() {
      network.add("close " + name);
    }
  }

  private LanName name() {
    return new LanName(Heard::new, 8443);
  }

  @Test
  void announcesItsOwnNameTheCommonOneAndTheService() {
    name().announce(HOME);
    assertThat(network)
        .containsExactly(
            "open 192.168.1.20 workshop-creature.local",
            "open 192.168.1.20 creature.local",
            "announce workshop-creature.local 8443");
  }

  @Test
  void leavesTheCommonNameToACreatureThatHasIt() {
    takenByOthers = "creature.local";
    LanName name = name();
    name.announce(HOME);
    assertThat(network).last().isEqualTo("close creature.local");
    name.close();
    assertThat(network).last().isEqualTo("close workshop-creature.local");
  }

  @Test
  void saysNothingWithoutANetwork() {
    name().announce(ALONE);
    assertThat(network).isEmpty();
  }

  @Test
  void followsTheMachineToAnotherNetworkAndSaysNothingTwice() {
    LanName name = name();
    name.announce(HOME);
    int once = network.size();
    name.announce(HOME);
    assertThat(network).hasSize(once);
    name.announce(ELSEWHERE);
    assertThat(network)
        .contains("close creature.local", "open 10.0.0.7 creature.local")
        .last()
        .isEqualTo("announce workshop-creature.local 8443");
  }

  @Test
  void takesTheNamesBackAndStaysSilent() {
    LanName name = name();
    name.announce(HOME);
    name.close();
    assertThat(network).contains("close creature.local", "close workshop-creature.local");
    int end = network.size();
    name.announce(ELSEWHERE);
    assertThat(network).hasSize(end);
  }

  @Test
  void livesWithANetworkThatRefuses() {
    List<String> closed = new ArrayList<>();
    LanName name =
        new LanName(
            (address, called) -> {
              if (called.equals("creature.local")) {
                throw new IOException("no multicast");
              }
              return new Heard(address, called) {
                @Override
                public void close() {
                  closed.add(called);
                }
              };
            },
            8443);
    name.announce(HOME);
    assertThat(closed).containsExactly("workshop-creature.local");
  }

  @Test
  void keepsNobodyWaiting() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    LanName name =
        new LanName(
            (address, called) -> {
              asked.countDown();
              try {
                answer.await();
              } catch (InterruptedException e) {
                throw new IOException(e);
              }
              return new Heard(address, called);
            },
            8443);
    name.follow(HOME);
    assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
    answer.countDown();
  }
}
