package dev.creature.deploy.command;

import dev.creature.deploy.cluster.ClusterPlan;
import dev.creature.deploy.cluster.ClusterSecret;
import dev.creature.deploy.cluster.Handover;
import dev.creature.deploy.cluster.JoinClient;
import dev.creature.deploy.configuration.CreatureSettings;
import dev.creature.deploy.node.DataFolder;
import dev.creature.deploy.node.NodePlan;
import dev.creature.deploy.storage.JournalSettings;
import dev.creature.facebridge.certificate.LocalNames;
import dev.creature.facebridge.certificate.NodeIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** How a node becomes one of several. */
final class ClusterOptions {
  @Option(
      names = "--cluster",
      description = "Let other machines join: needs a journal in PostgreSQL, see docs/cluster.md.")
  private boolean cluster;

  @Option(
      names = "--join",
      paramLabel = "HOST[:PORT]",
      description = "Join the creature there, as one of its nodes. Needs --cluster-secret.")
  private Optional<String> join = Optional.empty();

  @Option(
      names = "--cluster-secret",
      paramLabel = "FILE",
      description =
          "What a machine must know to join (default: cluster.secret in the data folder, which the"
              + " first node makes).")
  private Optional<Path> secret = Optional.empty();

  @Option(
      names = "--cluster-port",
      description = "Port for other nodes (default: ${DEFAULT-VALUE}).")
  private int port = 25_520;

  @Option(
      names = "--role",
      split = ",",
      paramLabel = "ROLE",
      description = "What this node does: voice, reason, edge (default: all).")
  private List<String> roles = List.of("voice", "reason", "edge");

  /** What kind of node is asked for; joins the other one first, where there is one. */
  NodePlan plan(
      DataFolder data, CreatureSettings settings, String host, Optional<Integer> conversations)
      throws IOException, GeneralSecurityException {
    if (!cluster && join.isEmpty()) {
      return new NodePlan(
          settings.journal(),
          Optional.empty(),
          conversations,
          settings.telemetry(),
          settings.relay());
    }
    ClusterSecret known = secret(data);
    Optional<Handover> given = Optional.empty();
    if (join.isPresent()) {
      given = Optional.of(join(join.get(), known));
      NodeIdentity.adopt(data.path(), given.get().authority());
    }
    LocalNames names = LocalNames.here();
    JournalSettings shared = given.map(Handover::journal).orElse(settings.journal());
    try {
      return new NodePlan(
          shared,
          Optional.of(
              new ClusterPlan(
                  reachable(host, names),
                  port,
                  roles(),
                  NodeIdentity.tls(data.path(), InstantSource.system(), names),
                  known,
                  given.map(Handover::seed))),
          conversations,
          settings.telemetry(),
          settings.relay());
    } catch (IllegalArgumentException bad) {
      throw new BadInput("--cluster: " + bad.getMessage(), bad);
    }
  }

  private Set<String> roles() {
    return new LinkedHashSet<>(roles);
  }

  private ClusterSecret secret(DataFolder data) throws IOException {
    try {
      if (secret.isPresent()) {
        return ClusterSecret.read(secret.get());
      }
      Path own = data.path().resolve("cluster.secret");
      if (join.isPresent() && !own.toFile().exists()) {
        throw new BadInput(
            "--join needs --cluster-secret FILE: copy cluster.secret from the data folder of the"
                + " first node");
      }
      return ClusterSecret.in(own, new SecureRandom());
    } catch (IllegalArgumentException bad) {
      throw new BadInput("--cluster-secret: " + bad.getMessage(), bad);
    }
  }

  private static Handover join(String where, ClusterSecret secret)
      throws IOException, GeneralSecurityException {
    try {
      return JoinClient.join(where, secret);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while joining", e);
    }
  }

  /** The address under which other nodes find this one. */
  private static String reachable(String host, LocalNames names) throws IOException {
    InetAddress listens = InetAddress.getByName(host);
    return listens.isAnyLocalAddress()
        ? names.lanAddress().orElse("127.0.0.1")
        : listens.getHostAddress();
  }
}
