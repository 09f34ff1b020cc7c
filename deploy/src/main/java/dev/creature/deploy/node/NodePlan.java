package dev.creature.deploy.node;

import dev.creature.deploy.cluster.ClusterPlan;
import dev.creature.deploy.storage.JournalSettings;
import dev.creature.deploy.telemetry.TelemetrySettings;
import dev.creature.facebridge.webrtc.RelayService;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What kind of node it is.
 *
 * @param journal where it stores; without an address in a file of the data folder
 * @param cluster how it takes part in one; nothing for a creature that is one node
 * @param conversations at most so many at a time; nothing for what the machine can serve
 * @param telemetry what may be seen of it from outside
 * @param relay what helps WebRTC out of the local network
 * @param camera folder of what browsers find faces with, whether it is there already or not;
 *     nothing for none
 */
public record NodePlan(
    JournalSettings journal,
    Optional<ClusterPlan> cluster,
    Optional<Integer> conversations,
    TelemetrySettings telemetry,
    RelayService relay,
    Optional<Path> camera) {
  /** A creature of its own, which stores in its data folder. */
  public static final NodePlan ALONE = new NodePlan(JournalSettings.FILE, Optional.empty());

  /** One that serves as many conversations as its machine can, and shows nothing of itself. */
  public NodePlan(JournalSettings journal, Optional<ClusterPlan> cluster) {
    this(journal, cluster, Optional.empty(), TelemetrySettings.NONE, RelayService.NONE);
  }

  /** One whose pages find no faces. */
  public NodePlan(
      JournalSettings journal,
      Optional<ClusterPlan> cluster,
      Optional<Integer> conversations,
      TelemetrySettings telemetry,
      RelayService relay) {
    this(journal, cluster, conversations, telemetry, relay, Optional.empty());
  }

  public NodePlan {
    if (conversations.filter(most -> most < 1).isPresent()) {
      throw new IllegalArgumentException("at least one conversation must be allowed");
    }
    if (cluster.isPresent() && !journal.isShared()) {
      throw new IllegalArgumentException(
          "a cluster needs a journal that all nodes reach: set creature.journal.url to PostgreSQL");
    }
  }

  /** The same, whose pages get what finds faces from a folder, as soon as it is there. */
  public NodePlan withCamera(Path folder) {
    return new NodePlan(journal, cluster, conversations, telemetry, relay, Optional.of(folder));
  }
}
