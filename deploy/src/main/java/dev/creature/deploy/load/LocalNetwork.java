package dev.creature.deploy.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A small network of this machine, with a namespace for each node, that can be cut. Takes Linux,
 * the program {@code ip}, and the rights of root.
 */
final class LocalNetwork implements AutoCloseable {
  private static final String NET = "10.77.83.";
  private static final String MACHINE = NET + "254";
  private static final String BRIDGE = "creature-load";

  /** Nobody's: what is sent there is gone, and nobody is told. */
  private static final String NOWHERE = "02:00:00:00:00:fe";

  private final List<LocalNode.Place> places = new ArrayList<>();

  private LocalNetwork() {}

  /** Whether it can be made here; why not, if not. */
  static Optional<String> missing() {
    try {
      run("ip", "netns", "add", BRIDGE);
      run("ip", "netns", "del", BRIDGE);
      return Optional.empty();
    } catch (IOException refused) {
      return Optional.of("no network namespaces here: " + refused.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }

  /** Makes one with places for so many nodes. */
  static LocalNetwork make(int nodes) throws IOException, InterruptedException {
    LocalNetwork network = new LocalNetwork();
    network.remove(nodes);
    run("ip", "link", "add", BRIDGE, "type", "bridge");
    run("ip", "addr", "add", MACHINE + "/24", "dev", BRIDGE);
    run("ip", "link", "set", BRIDGE, "up");
    for (int i = 1; i <= nodes; i++) {
      String name = name(i);
      String outside = "creature-v" + i;
      run("ip", "netns", "add", name);
      run("ip", "link", "add", outside, "type", "veth", "peer", "name", "eth0", "netns", name);
      run("ip", "link", "set", outside, "master", BRIDGE, "up");
      run("ip", "-n", name, "addr", "add", NET + i + "/24", "dev", "eth0");
      run("ip", "-n", name, "link", "set", "eth0", "up");
      run("ip", "-n", name, "link", "set", "lo", "up");
      run("ip", "-n", name, "route", "add", "default", "via", MACHINE);
      network.places.add(new LocalNode.Place(NET + i, Optional.of(name)));
    }
    return network;
  }

  private static String name(int node) {
    return BRIDGE + "-" + node;
  }

  List<LocalNode.Place> places() {
    return places;
  }

  /** Where all nodes reach what runs on the machine itself. */
  String machine() {
    return MACHINE;
  }

  /** From now on what one sends to the other is lost, without a word. */
  void cut(LocalNode.Place from, String to) throws IOException, InterruptedException {
    run(
        "ip",
        "-n",
        from.namespace().orElseThrow(),
        "neigh",
        "replace",
        to,
        "lladdr",
        NOWHERE,
        "dev",
        "eth0",
        "nud",
        "permanent");
  }

  /** It arrives again. */
  void heal(LocalNode.Place from, String to) throws IOException, InterruptedException {
    run("ip", "-n", from.namespace().orElseThrow(), "neigh", "del", to, "dev", "eth0");
  }

  private void remove(int nodes) throws InterruptedException {
    for (int i = 1; i <= nodes; i++) {
      attempt("ip", "netns", "del", name(i));
      attempt("ip", "link", "del", "creature-v" + i);
    }
    attempt("ip", "link", "del", BRIDGE);
  }

  private static void attempt(String... command) throws InterruptedException {
    try {
      run(command);
    } catch (IOException notThere) {
      // All the better.
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException(String.join(" ", command) + ": " + said.strip());
    }
  }

  @Override
  public void close() throws InterruptedException {
    remove(places.size());
  }
}
