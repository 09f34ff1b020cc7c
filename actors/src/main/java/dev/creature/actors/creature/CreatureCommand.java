package dev.creature.actors.creature;

import dev.creature.actors.Crossing;
import dev.creature.actors.talk.Exchange;
import java.util.List;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;

/** What the creature is told and asked, by whichever node. */
public sealed interface CreatureCommand extends Crossing {
  /**
   * This was said and heard; the same turn of the same conversation again changes nothing.
   *
   * @param atMillis since 1970
   */
  record Remember(String conversation, Exchange exchange, long atMillis)
      implements CreatureCommand {}

  /** It feels so now, each from -1 to 1; its baseline follows slowly. */
  record Feel(double valence, double arousal) implements CreatureCommand {}

  /** A task is open, or no more. */
  record TaskOpen(String task, boolean open) implements CreatureCommand {}

  /** Forget what was said in a conversation; answered when it is forgotten. */
  record Forget(String conversation, ActorRef<Done> replyTo) implements CreatureCommand {}

  /** What do you know? */
  record Ask(ActorRef<Known> replyTo) implements CreatureCommand {}

  /**
   * What the creature knows.
   *
   * @param exchanges of all conversations, oldest first
   * @param openTasks by id
   */
  record Known(
      String name,
      List<Exchange> exchanges,
      List<String> openTasks,
      double baselineValence,
      double baselineArousal)
      implements Crossing {
    public Known {
      exchanges = List.copyOf(exchanges);
      openTasks = List.copyOf(openTasks);
    }
  }
}
