package dev.creature.deploy.node;

import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.StopReflex;
import dev.creature.deploy.cluster.BodyMessage;
import dev.creature.reasoning.policy.AuditLog;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.Terminated;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.Entity;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;

/**
 * The one body of a creature of several nodes, with all its tasks: an entity of the cluster, on one
 * node at a time. Its shard's lease in the database keeps two nodes from moving it at once. When
 * its node dies it starts elsewhere from the journal, and offers each unfinished task to the body
 * again.
 */
final class SharedBody {
  /** All nodes know the creature's body by this name. */
  private static final String BODY = "body";

  private static final EntityTypeKey<BodyMessage> KEY =
      EntityTypeKey.create(BodyMessage.class, "body");

  private SharedBody() {}

  /**
   * This node's way to the body, wherever it is; this node may come to have it.
   *
   * @param audit of this node's own decisions
   * @param parts which body, which policy, and what plans
   * @param outbox of all nodes
   */
  static Deeds join(ActorContext<?> context, AuditLog audit, DeedParts parts, SharedOutbox outbox) {
    ClusterSharding sharding = ClusterSharding.get(context.getSystem());
    ActorRef<?> _ =
        sharding.init(
            Entity.of(KEY, _ -> embodied(audit, parts, outbox))
                .withEntityProps(DispatcherSelector.blocking()));
    Consumer<BodyMessage> region = message -> sharding.entityRefFor(KEY, BODY).tell(message);
    StopReflex reflex = new StopReflex();
    ActorRef<BodyCommand> body = context.spawn(DistantBody.create(region), "body");
    ActorRef<?> _ = context.spawn(StopFollower.create(region, reflex), "stop");
    return Deeds.with(
        context,
        body,
        context.spawn(DistantBoard.create(region, outbox), "tasks"),
        reflex,
        audit,
        parts);
  }

  private static Behavior<BodyMessage> embodied(
      AuditLog audit, DeedParts parts, SharedOutbox outbox) {
    return Behaviors.setup(context -> {
      Deeds deeds = Deeds.start(context, audit, parts);
      SharedStop stop = new SharedStop(deeds.reflex());
      context.getLog().info("this node has the body");
      ActorRef<?> _ = context.spawn(OutboxReader.create(outbox, deeds.board()), "outbox");
      return Behaviors.receive(BodyMessage.class)
          .onMessage(
              BodyMessage.ToBoard.class,
              message -> {
                deeds.board().tell(message.command());
                return Behaviors.same();
              })
          .onMessage(
              BodyMessage.ToBody.class,
              message -> {
                stop.before(message.command());
                deeds.body().tell(message.command());
                return Behaviors.same();
              })
          .onMessage(
              BodyMessage.FollowStop.class,
              message -> {
                if (stop.follow(message)) {
                  context.watch(message.follower());
                }
                return Behaviors.same();
              })
          .onSignal(
              Terminated.class,
              gone -> {
                stop.left(gone.getRef());
                return Behaviors.same();
              })
          .build();
    });
  }
}
