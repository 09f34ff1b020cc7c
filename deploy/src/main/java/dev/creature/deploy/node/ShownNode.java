package dev.creature.deploy.node;

import dev.creature.deploy.telemetry.StopMeter;
import dev.creature.deploy.telemetry.TaskMeters;
import dev.creature.deploy.telemetry.Telemetry;
import dev.creature.facebridge.server.LinkKind;
import dev.creature.facebridge.server.WebServer;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/** Which parts of a node its telemetry looks at. */
final class ShownNode {
  private ShownNode() {}

  /** What is there from the start. */
  static void show(Telemetry telemetry, Warmth warmth, Guardian.Started actors, WebServer server) {
    telemetry.gauge("creature.ready", "1 when the models are warm", () -> warmth.isReady() ? 1 : 0);
    telemetry.gauge("creature.faces", "Faces that are attached", actors.faces()::attached);
    for (LinkKind kind : LinkKind.values()) {
      telemetry.gauge(
          "creature.links",
          "Links that are open",
          () -> server.attached(kind),
          "kind",
          kind.label());
    }
  }

  /** What comes with a body. */
  static void show(ActorContext<?> context, Deeds deeds, Telemetry telemetry) {
    context.spawn(TaskMeters.create(deeds.board(), telemetry), "task-meters");
    context.spawn(
        StopMeter.create(deeds.body(), deeds.reflex(), System::nanoTime, telemetry), "stop-meter");
  }
}
