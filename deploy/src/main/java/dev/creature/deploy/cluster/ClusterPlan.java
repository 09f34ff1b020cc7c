package dev.creature.deploy.cluster;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.remote.artery.tcp.SSLEngineProviderSetup;

/**
 * How this node takes part in a cluster.
 *
 * @param host under which other nodes reach it
 * @param port for other nodes; 0 for any
 * @param roles of {@link #ROLES}
 * @param tls how it shows itself to other nodes
 * @param secret with which it lets others in
 * @param seed a node that was told when this one joined
 */
public record ClusterPlan(
    String host,
    int port,
    Set<String> roles,
    SSLContext tls,
    ClusterSecret secret,
    Optional<String> seed) {
  /** Listens and speaks; thinks, and does tasks; is by the microphone. */
  public static final Set<String> ROLES = Set.of("voice", "reason", "edge");

  public ClusterPlan {
    roles = Set.copyOf(roles);
    for (String role : roles) {
      if (!ROLES.contains(role)) {
        throw new IllegalArgumentException(
            "there is no role " + role + "; choose of edge, reason, voice");
      }
    }
  }

  /** What an actor system needs to be a node. */
  public ActorSystemSetup setup(Config journal) {
    Config own =
        ConfigFactory.empty()
            .withValue("pekko.remote.artery.canonical.hostname", value(host))
            .withValue("pekko.remote.artery.canonical.port", value(port))
            .withValue("pekko.cluster.roles", value(List.copyOf(roles)))
            .withFallback(
                ConfigFactory.parseResources(
                    ClusterPlan.class.getClassLoader(), "dev/creature/deploy/cluster/cluster.conf"))
            .withFallback(journal)
            .resolve();
    return ActorSystemSetup.create(
        BootstrapSetup.create(own), SSLEngineProviderSetup.create(_ -> new NodeTls(tls)));
  }

  private static com.typesafe.config.ConfigValue value(Object plain) {
    return ConfigValueFactory.fromAnyRef(plain);
  }
}
