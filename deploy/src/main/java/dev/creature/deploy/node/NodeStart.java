package dev.creature.deploy.node;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.desk.DeskCommand;
import dev.creature.deploy.telemetry.Telemetry;
import dev.creature.facebridge.certificate.LocalNames;
import dev.creature.facebridge.certificate.ServerIdentity;
import dev.creature.facebridge.pairing.Devices;
import dev.creature.facebridge.pairing.PairingCodes;
import dev.creature.facebridge.server.LanName;
import dev.creature.facebridge.server.Parts;
import dev.creature.facebridge.server.WebServer;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;

/** Starts the parts of a node, all but the voice and the body. */
final class NodeStart {
  private NodeStart() {}

  /** As {@link Node#start} says. */
  static NodeParts start(
      WebServer.Listen listen,
      DataFolder data,
      List<BiConsumer<ConversationId, ConversationEvent>> observers,
      NodePlan plan)
      throws IOException, GeneralSecurityException {
    SecureRandom random = new SecureRandom();
    InstantSource clock = InstantSource.system();
    AtomicReference<LocalNames> names = new AtomicReference<>(LocalNames.here());
    ServerIdentity identity = ServerIdentity.in(data.path(), clock, names::get);
    NodeStorage storage = NodeStorage.of(plan, data);
    Devices devices = storage.devices(clock, random);
    PairingCodes codes = new PairingCodes(clock, random);
    Telemetry telemetry = new Telemetry(plan.telemetry(), System.getenv());
    SharedCreature creature = new SharedCreature(clock);
    List<BiConsumer<ConversationId, ConversationEvent>> all = new ArrayList<>(observers);
    all.add(telemetry::observe);
    all.add(creature);
    CompletableFuture<Guardian.Started> started = new CompletableFuture<>();
    ActorSystem<Void> system =
        ActorSystem.create(
            Guardian.create(
                AffectFile.read(data.path()),
                all,
                storage.name(),
                telemetry,
                creature,
                plan.conversations()
                    .map(most -> new Admission(most, most))
                    .orElseGet(Admission::forThisMachine),
                started),
            "creature",
            storage.setup());
    try {
      Guardian.Started actors = started.join();
      Warmth warmth = new Warmth();
      AtomicReference<Optional<ActorRef<DeskCommand>>> desk =
          new AtomicReference<>(Optional.empty());
      if (plan.cluster().isPresent()) {
        actors.links().tell(Switchboard.OneOfSeveral.INSTANCE);
      }
      Peers peers = new Peers();
      Parts parts =
          new Parts(
              actors.links(),
              actors.faces(),
              actors.director(),
              actors.events(),
              warmth,
              desk::get,
              telemetry::text,
              peers,
              plan.relay(),
              telemetry::scrapes,
              plan::camera);
      WebServer server =
          WebServer.start(system, listen, identity, names::get, codes, devices, parts);
      ShownNode.show(telemetry, warmth, actors, server);
      Optional<LanName> lan =
          server.lanUrl(names::get).map(_ -> LanName.start(names.get(), server.httpsPort()));
      KeptIdentity.keep(system, identity, names, lan);
      peers.join(storage, system, server, names::get, actors.links(), telemetry::freeSlots);
      storage.keepDevices(devices);
      if (plan.cluster().isPresent()) {
        Thread.ofVirtual().name("rehearsal").start(() -> Rehearsal.faces(server.httpPort()));
      }
      return new NodeParts(
          system, actors, server, codes, warmth, desk, names, lan, storage, creature, peers,
          telemetry);
    } catch (RuntimeException | GeneralSecurityException failed) {
      system.terminate();
      telemetry.close();
      storage.close();
      throw failed;
    }
  }
}
