package dev.creature.deploy.load;

import dev.creature.deploy.cluster.JoinClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Phones that talk with nodes for a while, and whatever is done to the nodes meanwhile. */
final class LoadRun {
  /** So long after the last word answers are still waited for. */
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(30);

  /**
   * How much.
   *
   * @param phones at once
   * @param time that they talk
   */
  record Extent(int phones, Duration time, long seed) {}

  /**
   * What came of it.
   *
   * @param untilNanos when the last new turn could begin; answers that come later are no throughput
   * @param disturbed how often something was done to a node
   */
  record Outcome(
      List<SimulatedPhone> phones,
      List<SimulatedFace> faces,
      double seconds,
      long untilNanos,
      long processorMillis,
      long grownMiB,
      int disturbed,
      Optional<String> trouble) {}

  private final Extent extent;
  private final PhoneHabits habits;
  private final Optional<String> token;
  private final Disturbance disturbance;

  /**
   * Prepares one.
   *
   * @param token of a paired device; without one the phones are on the nodes' machine
   */
  LoadRun(Extent extent, PhoneHabits habits, Optional<String> token, Disturbance disturbance) {
    this.extent = extent;
    this.habits = habits;
    this.token = token;
    this.disturbance = disturbance;
  }

  /** A client that takes any certificate: the creature's own is not known to this machine. */
  static HttpClient client(ExecutorService threads) throws GeneralSecurityException {
    return HttpClient.newBuilder()
        .executor(threads)
        .connectTimeout(Duration.ofSeconds(2))
        .sslContext(JoinClient.anybody())
        .build();
  }

  /** Runs it; returns when the last answers were heard, or given up. */
  Outcome run(LocalCluster cluster)
      throws IOException, InterruptedException, GeneralSecurityException {
    List<String> urls =
        cluster.nodes().stream()
            .map(node -> token.isPresent() ? node.secureUrl() : node.localUrl())
            .toList();
    Blows blows = new Blows();
    AtomicInteger done = new AtomicInteger();
    List<SimulatedPhone> phones = new ArrayList<>();
    List<SimulatedFace> faces = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    List<String> troubles = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();
        HttpClient client = client(io);
        NodeMeter meter = new NodeMeter(cluster.nodes())) {
      long began = System.nanoTime();
      for (int i = 0; i < extent.phones(); i++) {
        List<String> own = new ArrayList<>(urls);
        Collections.rotate(own, -i);
        Random random = new Random(extent.seed() * 7_919 + i);
        Doors doors = new Doors(own, token, random);
        SimulatedPhone phone =
            new SimulatedPhone(client, doors, blows, habits, i + 1, extent.seed());
        SimulatedFace face = new SimulatedFace(client, doors, blows, new Random(random.nextLong()));
        phones.add(phone);
        faces.add(face);
        threads.add(Thread.ofVirtual().name("phone-" + (i + 1)).start(phone));
        threads.add(Thread.ofVirtual().name("face-" + (i + 1)).start(face));
        Thread.sleep(Duration.ofMillis(50));
      }
      Thread disturber =
          Thread.ofVirtual()
              .name("disturbance")
              .start(() -> {
                try {
                  disturbance.disturb(cluster, blows, done);
                } catch (InterruptedException over) {
                  Thread.currentThread().interrupt();
                } catch (IOException failed) {
                  troubles.add(String.valueOf(failed.getMessage()));
                }
              });
      Thread.sleep(extent.time());
      disturber.interrupt();
      disturber.join();
      final long ended = System.nanoTime();
      final double seconds = (ended - began) / 1e9;
      final long processor = meter.processorMillis();
      phones.forEach(SimulatedPhone::rest);
      long until = System.nanoTime() + LAST_ANSWERS.toNanos();
      while (!phones.stream().allMatch(SimulatedPhone::isQuiet) && System.nanoTime() < until) {
        Thread.sleep(Duration.ofMillis(100));
      }
      phones.forEach(SimulatedPhone::hangUp);
      faces.forEach(SimulatedFace::hangUp);
      for (Thread thread : threads) {
        thread.join();
      }
      return new Outcome(
          phones,
          faces,
          seconds,
          ended,
          processor,
          meter.grownMiB(),
          done.get(),
          troubles.stream().findFirst());
    }
  }
}
