package dev.creature.facebridge.server;

import dev.creature.facebridge.certificate.LocalNames;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The creature's name in the local network, by multicast DNS: phones find {@code
 * https://creature.local:8443} without digits, and programs find the service {@code
 * _creature._tcp}. Where another creature has that name already, {@code HOST-creature.local} is
 * left.
 *
 * <p>It is a convenience: all its work happens on a thread of its own, and when the network lets no
 * multicast through, the addresses still work. Thread-safe.
 */
public final class LanName implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LanName.class);

  private static final Duration GOODBYE = Duration.ofMillis(1_500);

  private final Responder.Opening opening;
  private final int port;
  private final List<Responder> open = new ArrayList<>();
  private Optional<String> address = Optional.empty();
  private boolean closed;

  LanName(Responder.Opening opening, int port) {
    this.opening = opening;
    this.port = port;
  }

  /**
   * Begins to announce, and returns at once.
   *
   * @param names of this machine; without an address that others reach, nothing is announced
   * @param httpsPort where the pages are
   */
  public static LanName start(LocalNames names, int httpsPort) {
    LanName name = new LanName(MulticastResponder::open, httpsPort);
    name.follow(names);
    return name;
  }

  /** Announces anew if this machine has moved to another network; returns at once. */
  public void follow(LocalNames names) {
    Thread.ofPlatform().daemon().name("lan-name").start(() -> announce(names));
  }

  synchronized void announce(LocalNames names) {
    Optional<String> now = names.lanAddress();
    if (closed || (now.equals(address) && !open.isEmpty())) {
      return;
    }
    withdraw();
    address = now;
    if (now.isEmpty()) {
      return;
    }
    try {
      Responder own = opened(now.get(), names.ownCreature());
      Responder common = opened(now.get(), LocalNames.CREATURE);
      own.announce(port);
      if (!common.hasItsName()) {
        LOG.info(
            "another creature is called {} here; this one is {}",
            LocalNames.CREATURE,
            names.ownCreature());
        open.remove(common);
        common.close();
      }
    } catch (IOException failed) {
      LOG.info("no name in this network: {}", failed.toString());
      withdraw();
    }
  }

  private Responder opened(String at, String name) throws IOException {
    Responder responder = opening.open(at, name);
    open.add(responder);
    return responder;
  }

  private void withdraw() {
    open.forEach(Responder::close);
    open.clear();
  }

  private synchronized void leave() {
    closed = true;
    withdraw();
  }

  /** Takes the names back; others forget them by themselves if that takes too long. */
  @Override
  public void close() {
    try {
      boolean _ =
          Thread.ofPlatform().daemon().name("lan-name-bye").start(this::leave).join(GOODBYE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
