package dev.creature.actors.link;

import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;

/** What the one who keeps all audio links is told. */
public interface LinkCommand {
  /**
   * A listener is there.
   *
   * @param resume the key of an earlier session, to go on with its conversation; an unknown or
   *     forgotten one begins anew
   */
  record Open(Optional<String> resume, LinkListener listener, ActorRef<Opened> replyTo)
      implements LinkCommand {}

  /** The link is open; sound goes here. */
  record Opened(ActorRef<LinkInput> input) {}
}
