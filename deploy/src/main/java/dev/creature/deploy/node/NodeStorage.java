package dev.creature.deploy.node;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.creature.actors.link.LinkCommand;
import dev.creature.deploy.cluster.ClusterPlan;
import dev.creature.deploy.cluster.CrossingSerializer;
import dev.creature.deploy.storage.Claims;
import dev.creature.deploy.storage.Database;
import dev.creature.deploy.storage.JournalSettings;
import dev.creature.deploy.storage.Migrations;
import dev.creature.deploy.storage.SharedDevices;
import dev.creature.facebridge.pairing.Devices;
import dev.creature.reasoning.policy.AuditLog;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a node stores, and what it shares there with others. The file of a node that is alone is
 * opened late, beside the models: nothing before the first page needs it.
 */
final class NodeStorage implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NodeStorage.class);
  private static final Duration DATABASE = Duration.ofSeconds(30);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
  private static final String ACTORS =
      """
      pekko.coordinated-shutdown.run-by-jvm-shutdown-hook = off
      pekko.coordinated-shutdown.exit-jvm = off
      pekko.log-dead-letters = off
      """;

  private final NodePlan plan;
  private final Path folder;
  private final JournalSettings journal;
  private final Database database;
  private volatile boolean closed;

  private NodeStorage(NodePlan plan, Path folder, JournalSettings journal) {
    this.plan = plan;
    this.folder = folder;
    this.journal = journal;
    this.database = Database.of(journal);
  }

  /**
   * What the plan says. A cluster's database is brought up to date at once.
   *
   * @throws IOException when it cannot be reached
   */
  static NodeStorage of(NodePlan plan, DataFolder data) throws IOException {
    NodeStorage storage = new NodeStorage(plan, data.path(), plan.journal().in(data.path()));
    if (plan.cluster().isPresent()) {
      storage.migrate();
    }
    return storage;
  }

  /** A database that is busy, or on its way, is waited for. */
  private void migrate() throws IOException {
    long until = System.nanoTime() + DATABASE.toNanos();
    while (true) {
      try {
        int _ = Migrations.run(database);
        return;
      } catch (SQLTransientConnectionException away) {
        if (System.nanoTime() > until) {
          close();
          throw new IOException("the journal can't be opened: " + away.getMessage(), away);
        }
        LOG.info("the journal's database does not answer yet: {}", away.toString());
      } catch (SQLException refused) {
        close();
        throw new IOException("the journal can't be opened: " + refused.getMessage(), refused);
      }
    }
  }

  Path folder() {
    return folder;
  }

  JournalSettings journal() {
    return journal;
  }

  Database database() {
    return database;
  }

  Optional<ClusterPlan> cluster() {
    return plan.cluster();
  }

  /** How this node is called where it stores. */
  String name() {
    return plan.cluster().map(it -> it.host() + ":" + it.port()).orElse("alone");
  }

  /** What the actor system is made of. */
  ActorSystemSetup setup() {
    Config own = ConfigFactory.parseString(ACTORS).withFallback(Journal.of(journal));
    return plan.cluster()
        .map(cluster -> cluster.setup(own))
        .orElseGet(() -> ActorSystemSetup.create(BootstrapSetup.create(own)));
  }

  /** The devices that are paired: with all nodes, or with this one. */
  Devices devices(InstantSource clock, SecureRandom random) throws IOException {
    return plan.cluster().isPresent()
        ? new Devices(new SharedDevices(database), clock, random)
        : new Devices(folder.resolve("devices.json"), clock, random);
  }

  /** Other nodes pair and revoke, too: looks for it until this is closed. */
  void keepDevices(Devices devices) {
    if (plan.cluster().isEmpty()) {
      return;
    }
    Thread.ofVirtual()
        .name("paired-devices")
        .start(() -> {
          while (!closed) {
            try {
              Thread.sleep(LOOK_AGAIN);
              devices.reload();
            } catch (IOException away) {
              LOG.debug("the devices that are known stay: {}", away.toString());
            } catch (InterruptedException e) {
              return;
            }
          }
        });
  }

  /** Opens the journal, and what is made of it. Blocks. */
  Deeds start(
      ActorContext<?> context,
      AuditLog audit,
      DeedParts parts,
      SharedCreature creature,
      ActorRef<LinkCommand> links) {
    Journal.prepare(context.getSystem());
    Claims claims = new Claims(database, name(), InstantSource.system());
    if (plan.cluster().isPresent()) {
      // Until then conversations that were begun elsewhere are sent on.
      Rehearsal.conversation(context, claims, database, name());
    }
    HouseholdMemory memory = HouseholdMemory.in(database, InstantSource.system());
    context.getSystem().getWhenTerminated().whenComplete((_, _) -> memory.close());
    links.tell(new Switchboard.JournalReady(new Continuity(claims, name())));
    if (plan.cluster().isPresent()) {
      creature.startShared(context);
      SharedOutbox outbox =
          new SharedOutbox(
              database,
              new CrossingSerializer((ExtendedActorSystem) Adapter.toClassic(context.getSystem())));
      context.getSystem().getWhenTerminated().whenComplete((_, _) -> outbox.close());
      return SharedBody.join(context, audit, parts, outbox).remembering(memory);
    }
    Deeds deeds = Deeds.start(context, audit, parts).remembering(memory);
    creature.startHere(context);
    return deeds;
  }

  @Override
  public void close() {
    closed = true;
    database.close();
  }
}
