package dev.creature.deploy.node;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.creature.Creature;
import dev.creature.actors.creature.CreatureCommand;
import dev.creature.actors.talk.Exchange;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.Entity;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;

/**
 * This node's way to the creature itself, which remembers beyond conversations. Told copies; what
 * happens before it is there is not remembered here, but in the conversation's own journal.
 */
final class SharedCreature implements BiConsumer<ConversationId, ConversationEvent> {
  private static final String NAME = "creature";
  private static final EntityTypeKey<CreatureCommand> KEY =
      EntityTypeKey.create(CreatureCommand.class, "creature");

  private final InstantSource clock;
  private final Map<ConversationId, ConversationEvent.UserFinal> asked = new ConcurrentHashMap<>();
  private volatile Optional<Consumer<CreatureCommand>> creature = Optional.empty();

  SharedCreature(InstantSource clock) {
    this.clock = clock;
  }

  /** It lives on this node alone. */
  void startHere(ActorContext<?> context) {
    ActorRef<CreatureCommand> here = context.spawn(Creature.create(NAME), "creature");
    creature = Optional.of(here::tell);
  }

  /** It lives somewhere in the cluster. */
  void startShared(ActorContext<?> context) {
    ClusterSharding sharding = ClusterSharding.get(context.getSystem());
    ActorRef<?> _ = sharding.init(Entity.of(KEY, entity -> Creature.create(entity.getEntityId())));
    creature = Optional.of(command -> sharding.entityRefFor(KEY, NAME).tell(command));
  }

  /** How it feels now, each from -1 to 1. */
  void felt(double valence, double arousal) {
    creature.ifPresent(known -> known.accept(new CreatureCommand.Feel(valence, arousal)));
  }

  @Override
  public void accept(ConversationId conversation, ConversationEvent event) {
    switch (event) {
      case ConversationEvent.UserFinal said -> asked.put(conversation, said);
      case ConversationEvent.TurnReturned _ -> asked.remove(conversation);
      case ConversationEvent.ReplyAudioEnded ended -> {
        Optional<ConversationEvent.UserFinal> said =
            Optional.ofNullable(asked.remove(conversation)).filter(it -> it.turn() == ended.turn());
        creature.ifPresent(known ->
            known.accept(
                new CreatureCommand.Remember(
                    conversation.value(),
                    new Exchange(
                        ended.turn(),
                        said.map(ConversationEvent.UserFinal::text).orElse(""),
                        ended.heard(),
                        ended.interrupted()),
                    clock.millis())));
      }
      case ConversationEvent.TaskChanged task ->
          creature.ifPresent(known ->
              known.accept(
                  new CreatureCommand.TaskOpen(task.task().value(), !task.state().isFinal())));
      case ConversationEvent _ -> {
        // Not to be remembered.
      }
    }
  }
}
