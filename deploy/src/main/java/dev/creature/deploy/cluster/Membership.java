package dev.creature.deploy.cluster;

import dev.creature.deploy.storage.Database;
import dev.creature.deploy.storage.JournalSettings;
import dev.creature.facebridge.certificate.NodeIdentity;
import dev.creature.facebridge.server.Neighbours;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.AddressFromURIString;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.Member;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.JoinSeedNodes;
import org.apache.pekko.cluster.typed.Leave;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node among the others: finds them in the database, joins them or begins a cluster, tells who
 * lives, lets new machines in, and leaves in good order. Runs on a thread of its own.
 */
public final class Membership implements Neighbours, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Membership.class);
  private static final Duration BEAT = Duration.ofSeconds(1);
  private static final Duration LIVES = Duration.ofSeconds(10);
  private static final Duration LEAVING = Duration.ofSeconds(8);
  private static final String FOUNDER = "cluster-founder";

  private final Cluster cluster;
  private final ClusterPlan plan;
  private final NodeTable table;
  private final LeaseTable leases;
  private final JoinProtocol protocol;
  private final Path folder;
  private final JournalSettings journal;
  private final String address;
  private final List<Consumer<List<NodeView>>> listeners = new CopyOnWriteArrayList<>();
  private final IntSupplier room;
  private volatile boolean draining;
  private volatile NodeTable.Row own;
  private volatile List<NodeTable.Row> rows = List.of();
  private volatile List<NodeView> told = List.of();
  private volatile boolean closed;

  private Membership(
      ActorSystem<?> system,
      ClusterPlan plan,
      Database database,
      Path folder,
      JournalSettings journal,
      NodeTable.Row own,
      IntSupplier room) {
    this.room = room;
    this.cluster = Cluster.get(system);
    this.plan = plan;
    this.table = new NodeTable(database);
    this.leases = new LeaseTable(database);
    this.protocol = new JoinProtocol(plan.secret(), new SecureRandom());
    this.folder = folder;
    this.journal = journal;
    this.own = own;
    this.address = own.address();
  }

  /**
   * Where this node is on the web.
   *
   * @param machine the same for all nodes of a machine
   * @param room for how many more conversations there is room; asked once a second
   */
  public record Web(String machine, String url, String localUrl, IntSupplier room) {}

  /**
   * Begins to find the others.
   *
   * @param folder with the creature's authority
   * @param journal given to machines that join
   */
  public static Membership start(
      ActorSystem<?> system,
      ClusterPlan plan,
      Database database,
      Path folder,
      JournalSettings journal,
      Web web) {
    String address = Cluster.get(system).selfMember().address().toString();
    Membership membership =
        new Membership(
            system,
            plan,
            database,
            folder,
            journal,
            new NodeTable.Row(address, web.machine(), web.url(), web.localUrl(), false, 1),
            web.room());
    Thread.ofVirtual().name("membership").start(membership::run);
    return membership;
  }

  /** How this node is called among the others. */
  public String address() {
    return address;
  }

  /** Whether it is one of them by now. */
  public boolean isUp() {
    return cluster.selfMember().status().equals(MemberStatus.up());
  }

  private boolean isIn() {
    MemberStatus status = cluster.selfMember().status();
    // One that never joined counts as removed.
    return !status.equals(MemberStatus.removed()) && !status.equals(MemberStatus.joining());
  }

  @Override
  public List<NodeView> nodes() {
    return told;
  }

  @Override
  public void onChange(Consumer<List<NodeView>> listener) {
    listeners.add(listener);
    listener.accept(told);
  }

  @Override
  public Optional<String> admit(String request) {
    try {
      return protocol.answer(
          request, new Handover(NodeIdentity.authority(folder), address, journal));
    } catch (IOException | GeneralSecurityException e) {
      LOG.warn("a machine could not be let in: {}", e.toString());
      return Optional.empty();
    }
  }

  /** From now on nobody is sent here. */
  public void drain() {
    draining = true;
    own = own.with(true, 0);
    tell();
  }

  /** Leaves, so that the others need not wait to notice. */
  @Override
  public void close() {
    closed = true;
    cluster.manager().tell(Leave.create(cluster.selfMember().address()));
    long until = System.nanoTime() + LEAVING.toNanos();
    try {
      while (!cluster.isTerminated() && System.nanoTime() < until) {
        Thread.sleep(Duration.ofMillis(50));
      }
      table.remove(address);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException away) {
      LOG.debug("this node stays in the list until it is old: {}", away.toString());
    }
  }

  private void run() {
    int beats = 0;
    while (!closed) {
      own = own.with(draining, draining ? 0 : Room.about(room.getAsInt()));
      try {
        rows = table.beat(own, LIVES.toMillis());
      } catch (SQLException away) {
        LOG.debug("the list of nodes stays as it is: {}", away.toString());
      }
      if (!isIn() && !cluster.isTerminated() && beats % 4 == 0) {
        join();
      }
      beats++;
      tell();
      try {
        Thread.sleep(BEAT);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Joins those who live; where nobody does, one node begins, and the database says which. */
  private void join() {
    List<Address> others =
        rows.stream()
            .map(NodeTable.Row::address)
            .filter(other -> !other.equals(address))
            .map(AddressFromURIString::parse)
            .collect(Collectors.toCollection(ArrayList::new));
    plan.seed()
        .map(AddressFromURIString::parse)
        .filter(seed -> !others.contains(seed) && !seed.toString().equals(address))
        .ifPresent(others::add);
    try {
      if (leases.take(FOUNDER, address, LIVES) && others.isEmpty()) {
        others.add(AddressFromURIString.parse(address));
      }
    } catch (SQLException away) {
      LOG.warn("no cluster can be begun without the database: {}", away.toString());
    }
    if (!others.isEmpty()) {
      cluster.manager().tell(new JoinSeedNodes(others));
    }
  }

  private void tell() {
    Set<String> dead =
        cluster.state().getUnreachable().stream()
            .map(Membership::addressOf)
            .collect(Collectors.toSet());
    Set<String> members = new HashSet<>();
    for (Member member : cluster.state().getMembers()) {
      members.add(addressOf(member));
    }
    NodeTable.Row self = own;
    List<NodeView> now = new ArrayList<>();
    now.add(view(self, self));
    rows.stream()
        .filter(row -> !row.address().equals(address))
        .filter(row -> members.contains(row.address()) && !dead.contains(row.address()))
        .forEach(row -> now.add(view(row, self)));
    if (!now.equals(told)) {
      told = List.copyOf(now);
      listeners.forEach(listener -> listener.accept(told));
    }
  }

  private static NodeView view(NodeTable.Row row, NodeTable.Row self) {
    return new NodeView(
        row.address().replaceFirst("^pekko://[^@]*@", ""),
        row.url(),
        row.localUrl(),
        row.equals(self),
        row.machine().equals(self.machine()),
        row.draining(),
        row.free());
  }

  private static String addressOf(Member member) {
    return member.address().toString();
  }
}
