package dev.creature.deploy.node;

import dev.creature.actors.desk.DeskCommand;
import dev.creature.deploy.telemetry.Telemetry;
import dev.creature.facebridge.certificate.LocalNames;
import dev.creature.facebridge.pairing.PairingCodes;
import dev.creature.facebridge.server.LanName;
import dev.creature.facebridge.server.WebServer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;

/**
 * What a node that has started consists of.
 *
 * @param desk takes tasks and stops; none while no body is attached
 * @param names of this machine, as they are now
 * @param lan its name in the local network, if it is in one
 */
record NodeParts(
    ActorSystem<Void> system,
    Guardian.Started actors,
    WebServer server,
    PairingCodes codes,
    Warmth warmth,
    AtomicReference<Optional<ActorRef<DeskCommand>>> desk,
    AtomicReference<LocalNames> names,
    Optional<LanName> lan,
    NodeStorage storage,
    SharedCreature creature,
    Peers peers,
    Telemetry telemetry) {}
