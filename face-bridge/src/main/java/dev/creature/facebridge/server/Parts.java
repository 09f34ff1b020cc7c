package dev.creature.facebridge.server;

import dev.creature.actors.desk.DeskCommand;
import dev.creature.actors.face.FaceCommand;
import dev.creature.actors.link.LinkCommand;
import dev.creature.facebridge.face.FaceHub;
import dev.creature.facebridge.webrtc.RelayService;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * What the server's paths lead to.
 *
 * @param links keeps the audio links
 * @param faces hands out face frames
 * @param director is told what a face's camera sees
 * @param events what the console watches
 * @param readiness whether the models are warm
 * @param desk takes tasks and stops; none while no body is attached
 * @param metrics in the text form of Prometheus
 * @param neighbours the other nodes
 * @param relay what helps WebRTC out of the local network
 * @param scrapes whether a token may read the metrics, and nothing else
 * @param camera folder of what finds faces in a browser, once it is known
 */
public record Parts(
    ActorRef<LinkCommand> links,
    FaceHub faces,
    ActorRef<FaceCommand> director,
    EventHub events,
    Readiness readiness,
    Supplier<Optional<ActorRef<DeskCommand>>> desk,
    Supplier<String> metrics,
    Neighbours neighbours,
    RelayService relay,
    Predicate<String> scrapes,
    Supplier<Optional<Path>> camera) {
  /** Of a creature that is one node. */
  public Parts(
      ActorRef<LinkCommand> links,
      FaceHub faces,
      ActorRef<FaceCommand> director,
      EventHub events,
      Readiness readiness,
      Supplier<Optional<ActorRef<DeskCommand>>> desk,
      Supplier<String> metrics) {
    this(
        links,
        faces,
        director,
        events,
        readiness,
        desk,
        metrics,
        Neighbours.NONE,
        RelayService.NONE,
        _ -> false,
        Optional::empty);
  }
}
