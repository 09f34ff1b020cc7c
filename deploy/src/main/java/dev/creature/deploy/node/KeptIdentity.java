package dev.creature.deploy.node;

import dev.creature.facebridge.certificate.LocalNames;
import dev.creature.facebridge.certificate.ServerIdentity;
import dev.creature.facebridge.server.LanName;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.actor.typed.ActorSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what the node is called true: its machine may move to another network, and certificates
 * end.
 */
final class KeptIdentity {
  private static final Logger LOG = LoggerFactory.getLogger(KeptIdentity.class);
  private static final Duration CHECK = Duration.ofMinutes(10);

  private KeptIdentity() {}

  /** Looks again and again, as long as the actor system lives. */
  static void keep(
      ActorSystem<?> system,
      ServerIdentity identity,
      AtomicReference<LocalNames> names,
      Optional<LanName> lan) {
    system
        .scheduler()
        .scheduleAtFixedRate(
            CHECK,
            CHECK,
            () ->
                Thread.ofVirtual()
                    .name("renew-certificate")
                    .start(() -> {
                      try {
                        names.set(LocalNames.here());
                        lan.ifPresent(announced -> announced.follow(names.get()));
                        identity.renew();
                      } catch (IOException | GeneralSecurityException e) {
                        LOG.warn("the certificate could not be renewed: {}", e.toString());
                      }
                    }),
            system.executionContext());
  }
}
