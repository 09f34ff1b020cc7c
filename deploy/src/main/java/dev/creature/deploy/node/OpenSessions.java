package dev.creature.deploy.node;

import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.link.LinkCommand;
import dev.creature.actors.link.LinkInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * The sessions of a node by their keys, and the listeners on their way to one: it may end before
 * they arrive. Not thread-safe.
 */
final class OpenSessions {
  private record Known(
      ConversationId id, ActorRef<LinkInput> session, List<LinkCommand.Open> attaching) {}

  private final Map<String, Known> known = new HashMap<>();

  int count() {
    return known.size();
  }

  boolean has(String key) {
    return known.containsKey(key);
  }

  void add(String key, ConversationId id, ActorRef<LinkInput> session) {
    known.put(key, new Known(id, session, new ArrayList<>()));
  }

  /** Sends a listener to a session. */
  void attach(
      String key, LinkCommand.Open open, boolean resumed, ActorRef<LinkCommand> switchboard) {
    find(key)
        .ifPresent(it -> {
          it.attaching().add(open);
          it.session().tell(new SessionInput.Attach(open, resumed, switchboard));
        });
  }

  /** The listener has arrived. */
  void attached(String key, LinkCommand.Open open) {
    find(key).ifPresent(it -> it.attaching().remove(open));
  }

  /** A session is over: who was on the way to it. */
  List<LinkCommand.Open> ended(String key) {
    List<LinkCommand.Open> stranded = find(key).map(Known::attaching).orElse(List.of());
    known.remove(key);
    return stranded;
  }

  void tell(String key, LinkInput message) {
    find(key).ifPresent(it -> it.session().tell(message));
  }

  void tellAll(LinkInput message) {
    known.values().forEach(it -> it.session().tell(message));
  }

  void forEach(BiConsumer<String, ConversationId> what) {
    known.forEach((key, it) -> what.accept(key, it.id()));
  }

  private Optional<Known> find(String key) {
    return Optional.ofNullable(known.get(key));
  }
}
