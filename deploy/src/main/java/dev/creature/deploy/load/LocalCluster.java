package dev.creature.deploy.load;

import dev.creature.deploy.storage.JournalSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Nodes of this machine, each a process, with one journal. */
final class LocalCluster implements AutoCloseable {
  private static final Duration STARTING = Duration.ofMinutes(3);

  private final List<LocalNode> nodes;
  private final boolean shared;

  private LocalCluster(List<LocalNode> nodes, boolean shared) {
    this.nodes = nodes;
    this.shared = shared;
  }

  /**
   * Starts one node, which stores in a file, or several, which store in a database.
   *
   * @param places of the nodes
   * @param journal where several nodes store
   * @param options of {@code up} for all of them
   */
  static LocalCluster start(
      List<LocalNode.Place> places,
      Optional<JournalSettings> journal,
      Path folder,
      List<String> options)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(options);
    Path configuration = Files.createDirectories(folder).resolve("creature.conf");
    Files.writeString(
        configuration,
        journal
            .map(it ->
                "creature.journal { url = \"%s\", user = %s, password-env = %s }%n"
                    .formatted(it.url(), it.user(), LocalNode.PASSWORD))
            .orElse(""));
    all.addAll(List.of("--config", configuration.toString()));
    List<LocalNode> nodes = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      nodes.add(
          new LocalNode(
              places.get(i),
              folder.resolve("node-" + (i + 1)),
              all,
              journal.map(JournalSettings::password)));
    }
    LocalCluster cluster = new LocalCluster(nodes, journal.isPresent());
    // Whatever ends this program, its nodes must not outlive it.
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> nodes.forEach(LocalNode::killSoon), "nodes-end-with-this"));
    try {
      LocalNode first = nodes.getFirst();
      first.start(cluster.shared ? List.of("--cluster") : List.of());
      first.awaitReady(STARTING);
      for (LocalNode node : nodes.subList(1, nodes.size())) {
        node.start(List.of("--join", first.joinAddress(), "--cluster-secret", cluster.secret()));
        node.awaitReady(STARTING);
      }
      return cluster;
    } catch (IOException | InterruptedException failed) {
      cluster.close();
      throw failed;
    }
  }

  private String secret() {
    return nodes.getFirst().data().resolve("cluster.secret").toString();
  }

  List<LocalNode> nodes() {
    return nodes;
  }

  /** Starts a node that was there before, as a service does that starts what ended. */
  void again(LocalNode node) throws IOException {
    node.start(shared ? List.of("--cluster", "--cluster-secret", secret()) : List.of());
  }

  void again(LocalNode node, Duration patience) throws IOException, InterruptedException {
    again(node);
    node.awaitReady(patience);
  }

  @Override
  public void close() throws InterruptedException {
    for (LocalNode node : nodes) {
      node.close();
    }
  }
}
