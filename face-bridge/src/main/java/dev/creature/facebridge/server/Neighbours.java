package dev.creature.facebridge.server;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The other nodes of the creature, as far as the web server has to know them. Thread-safe. */
public interface Neighbours {
  /** A creature of one node. */
  Neighbours NONE =
      new Neighbours() {
        @Override
        public List<NodeView> nodes() {
          return List.of();
        }

        @Override
        public void onChange(Consumer<List<NodeView>> listener) {}

        @Override
        public Optional<String> admit(String request) {
          return Optional.empty();
        }
      };

  /**
   * A node that lives.
   *
   * @param name of its machine and port, for people
   * @param url where devices reach it, such as {@code https://192.168.1.20:8443}
   * @param localUrl where browsers on its own machine reach it, such as {@code
   *     http://localhost:8080}
   * @param here whether it is the one that answers
   * @param sameMachine whether it runs on the machine of the one that answers
   * @param draining whether it takes no new conversations
   * @param free for about how many more conversations it has room, as it measured
   */
  record NodeView(
      String name,
      String url,
      String localUrl,
      boolean here,
      boolean sameMachine,
      boolean draining,
      int free) {}

  /** All nodes that live, this one first. */
  List<NodeView> nodes();

  /** Tells each change of the list. */
  void onChange(Consumer<List<NodeView>> listener);

  /**
   * Lets a machine in that knows the secret.
   *
   * @param request as it came
   * @return the answer; nothing for one that does not know it
   */
  Optional<String> admit(String request);
}
