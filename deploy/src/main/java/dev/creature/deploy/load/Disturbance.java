package dev.creature.deploy.load;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What is done to the nodes while phones talk. */
interface Disturbance {
  /** Does it until it is interrupted; counts how often. */
  void disturb(LocalCluster cluster, Blows blows, AtomicInteger done)
      throws IOException, InterruptedException;

  /** Nothing. */
  Disturbance NONE = (_, _, _) -> {};

  /** As long as a node may take to come up on a busy machine. */
  Duration STARTING = Duration.ofMinutes(2);

  /** When a service that ended is started again: as {@code deploy/systemd} says. */
  Duration RESTART = Duration.ofSeconds(2);

  /** Kills one in turn and starts it again, but none while another is still away. */
  static Disturbance kills(Duration every) {
    return (cluster, blows, done) -> {
      for (int turn = 0; ; turn++) {
        Thread.sleep(every);
        for (LocalNode node : cluster.nodes()) {
          node.awaitReady(STARTING);
        }
        LocalNode node = cluster.nodes().get(turn % cluster.nodes().size());
        strike(node, blows);
        node.kill();
        done.incrementAndGet();
        Thread.sleep(RESTART);
        cluster.again(node);
      }
    };
  }

  /** Ends one after the other in good order, and starts the next version of it. */
  static Disturbance rolls(Duration every) {
    return (cluster, blows, done) -> {
      for (int turn = 0; ; turn++) {
        Thread.sleep(every);
        LocalNode node = cluster.nodes().get(turn % cluster.nodes().size());
        if (!node.end(STARTING)) {
          throw new IOException("a node did not end in time: " + node.log());
        }
        done.incrementAndGet();
        cluster.again(node, STARTING);
      }
    };
  }

  private static void strike(LocalNode node, Blows blows) {
    blows.strike(node.localUrl());
    blows.strike(node.secureUrl());
  }
}
