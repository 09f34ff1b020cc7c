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
   * @param heardTurn the last turn whose answer the listener has heard whole; 0 for none. A node
   *     that died may not have stored that.
   * @param roams whether it goes to another node when it is told that one has more room
   */
  record Open(
      Optional<String> resume,
      int heardTurn,
      boolean roams,
      LinkListener listener,
      ActorRef<Opened> replyTo)
      implements LinkCommand {
    /** A listener that has heard no answer yet, and stays here. */
    public Open(Optional<String> resume, LinkListener listener, ActorRef<Opened> replyTo) {
      this(resume, 0, false, listener, replyTo);
    }
  }

  /** The link is open; sound goes here. */
  record Opened(ActorRef<LinkInput> input) {}
}
