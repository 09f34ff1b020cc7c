package dev.creature.deploy.cluster;

import com.typesafe.config.Config;
import dev.creature.deploy.storage.Database;
import dev.creature.deploy.storage.JournalSettings;
import dev.creature.deploy.storage.Secret;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.coordination.lease.LeaseSettings;
import org.apache.pekko.coordination.lease.javadsl.Lease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A right that one node has at a time, kept in the journal's database. Kept alive while held; lost
 * when the database did not confirm it for as long as it lasts, because by then another node may
 * have it.
 */
public final class DatabaseLease extends Lease {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseLease.class);
  private static final Map<JournalSettings, Database> SHARED = new ConcurrentHashMap<>();
  private static final ScheduledExecutorService BEATS =
      Executors.newScheduledThreadPool(
          1, task -> Thread.ofPlatform().daemon().name("lease-beats").unstarted(task));

  private final LeaseSettings settings;
  private final LeaseTable table;
  private final Duration lasts;
  private volatile long heldUntilNanos;
  private volatile boolean held;
  private volatile Consumer<Optional<Throwable>> lost = _ -> {};

  /** As the library makes it. */
  public DatabaseLease(LeaseSettings settings, ExtendedActorSystem system) {
    this.settings = settings;
    this.table = new LeaseTable(shared(system));
    this.lasts = settings.timeoutSettings().getHeartbeatTimeout();
    long beat = settings.timeoutSettings().getHeartbeatInterval().toMillis();
    var beating =
        BEATS.scheduleWithFixedDelay(
            () -> Thread.ofVirtual().name("lease-beat").start(this::beat),
            beat,
            beat,
            TimeUnit.MILLISECONDS);
    system.registerOnTermination(() -> {
      boolean _ = beating.cancel(false);
    });
  }

  @Override
  public LeaseSettings getSettings() {
    return settings;
  }

  @Override
  public CompletionStage<Boolean> acquire() {
    return acquire(_ -> {});
  }

  @Override
  public CompletionStage<Boolean> acquire(Consumer<Optional<Throwable>> whenLost) {
    lost = whenLost;
    return later(() -> {
      long asked = System.nanoTime();
      boolean taken = table.take(settings.leaseName(), settings.ownerName(), lasts);
      if (taken) {
        heldUntilNanos = asked + lasts.toNanos();
        held = true;
      }
      return taken;
    });
  }

  @Override
  public CompletionStage<Boolean> release() {
    held = false;
    return later(() -> {
      table.give(settings.leaseName(), settings.ownerName());
      return true;
    });
  }

  @Override
  public boolean checkLease() {
    return held && System.nanoTime() - heldUntilNanos < 0;
  }

  private void beat() {
    if (!held) {
      return;
    }
    long asked = System.nanoTime();
    try {
      if (table.take(settings.leaseName(), settings.ownerName(), lasts)) {
        heldUntilNanos = asked + lasts.toNanos();
        return;
      }
      lose(Optional.empty());
    } catch (SQLException away) {
      if (System.nanoTime() - heldUntilNanos > 0) {
        lose(Optional.of(away));
      }
    }
  }

  private void lose(Optional<Throwable> why) {
    if (held) {
      held = false;
      LOG.warn("the lease {} is lost{}", settings.leaseName(), why.map(e -> ": " + e).orElse(""));
      lost.accept(why);
    }
  }

  private interface Work {
    boolean run() throws SQLException;
  }

  private static CompletionStage<Boolean> later(Work work) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("lease")
        .start(() -> {
          try {
            done.complete(work.run());
          } catch (SQLException | RuntimeException failed) {
            done.completeExceptionally(failed);
          }
        });
    return done;
  }

  /** One pool of connections for all leases of a process. */
  private static Database shared(ExtendedActorSystem system) {
    Config config = system.settings().config();
    return SHARED.computeIfAbsent(
        new JournalSettings(
            config.getString("creature.journal.url"),
            config.getString("creature.journal.user"),
            new Secret(config.getString("creature.journal.password"))),
        Database::of);
  }
}
