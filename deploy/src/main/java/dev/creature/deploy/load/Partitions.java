package dev.creature.deploy.load;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Cuts one node in turn off from the others, and heals it again; first both ways, then so that only
 * what it sends is lost, then from the database as well.
 */
final class Partitions implements Disturbance {
  private enum Cut {
    BOTH_WAYS,
    ONE_WAY,
    DATABASE_TOO
  }

  private final LocalNetwork network;
  private final Duration every;
  private final Duration lasts;

  /**
   * Makes them.
   *
   * @param every from the end of one to the beginning of the next
   */
  Partitions(LocalNetwork network, Duration every, Duration lasts) {
    this.network = network;
    this.every = every;
    this.lasts = lasts;
  }

  @Override
  public void disturb(LocalCluster cluster, Blows blows, AtomicInteger done)
      throws IOException, InterruptedException {
    List<LocalNode> nodes = cluster.nodes();
    for (int turn = 0; ; turn++) {
      Thread.sleep(every);
      LocalNode alone = nodes.get(turn % nodes.size());
      Cut cut = Cut.values()[turn % Cut.values().length];
      List<LocalNode> others = nodes.stream().filter(node -> node != alone).toList();
      done.incrementAndGet();
      try {
        for (LocalNode other : others) {
          network.cut(alone.place(), other.place().host());
          if (cut != Cut.ONE_WAY) {
            network.cut(other.place(), alone.place().host());
          }
        }
        if (cut == Cut.DATABASE_TOO) {
          // Its phones are on the same machine as the database, and lose it, too.
          blows.strike(alone.secureUrl());
          network.cut(alone.place(), network.machine());
        }
        Thread.sleep(lasts);
      } finally {
        heal(alone, others, cut);
      }
    }
  }

  private void heal(LocalNode alone, List<LocalNode> others, Cut cut)
      throws IOException, InterruptedException {
    // Also when the run is over: an interrupt must not leave the network cut.
    boolean interrupted = Thread.interrupted();
    for (LocalNode other : others) {
      network.heal(alone.place(), other.place().host());
      if (cut != Cut.ONE_WAY) {
        network.heal(other.place(), alone.place().host());
      }
    }
    if (cut == Cut.DATABASE_TOO) {
      network.heal(alone.place(), network.machine());
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
