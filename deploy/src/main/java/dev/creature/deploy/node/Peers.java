package dev.creature.deploy.node;

import dev.creature.actors.link.LinkCommand;
import dev.creature.deploy.cluster.Membership;
import dev.creature.facebridge.certificate.LocalNames;
import dev.creature.facebridge.server.Neighbours;
import dev.creature.facebridge.server.NodeRoutes;
import dev.creature.facebridge.server.WebServer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;

/** The other nodes, once this one looks for them; none for a creature that is one node. */
final class Peers implements Neighbours, AutoCloseable {
  private volatile Optional<Membership> membership = Optional.empty();

  /** Begins to look for the others, where the node is to be one of several. */
  void join(
      NodeStorage storage,
      ActorSystem<?> system,
      WebServer server,
      Supplier<LocalNames> names,
      ActorRef<LinkCommand> links,
      IntSupplier room) {
    storage
        .cluster()
        .ifPresent(plan -> {
          LocalNames now = names.get();
          String local = "http://localhost:" + server.httpPort();
          Membership joined =
              Membership.start(
                  system,
                  plan,
                  storage.database(),
                  storage.folder(),
                  storage.journal(),
                  new Membership.Web(
                      now.names().size() > 1 ? now.names().get(1) : plan.host(),
                      server
                          .lanUrl(names)
                          .orElse("https://" + plan.host() + ":" + server.httpsPort()),
                      local,
                      room));
          membership = Optional.of(joined);
          joined.onChange(nodes ->
              links.tell(
                  new Switchboard.NodesChanged(
                      NodeRoutes.message(nodes).toString(), mostElsewhere(nodes))));
        });
  }

  private static int mostElsewhere(List<NodeView> nodes) {
    return nodes.stream()
        .filter(node -> !node.here() && !node.draining())
        .mapToInt(NodeView::free)
        .max()
        .orElse(0);
  }

  @Override
  public List<NodeView> nodes() {
    return membership.map(Membership::nodes).orElse(List.of());
  }

  @Override
  public void onChange(Consumer<List<NodeView>> listener) {
    membership.ifPresent(joined -> joined.onChange(listener));
  }

  @Override
  public Optional<String> admit(String request) {
    return membership.flatMap(joined -> joined.admit(request));
  }

  /** From now on nobody is sent here. */
  void drain() {
    membership.ifPresent(Membership::drain);
  }

  @Override
  public void close() {
    membership.ifPresent(Membership::close);
  }
}
