package dev.creature.deploy.node;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.creature.actors.affect.Affect;
import dev.creature.actors.affect.AffectState;
import dev.creature.actors.affect.AffectTable;
import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.face.FaceCommand;
import dev.creature.actors.link.LinkCommand;
import dev.creature.deploy.telemetry.NodeWatch;
import dev.creature.facebridge.face.FaceDirector;
import dev.creature.facebridge.face.FaceHub;
import dev.creature.facebridge.server.EventHub;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.stream.SystemMaterializer;

/** Starts the node's actors and hands out the ways to them. */
final class Guardian {
  private Guardian() {}

  /** The ways to what was started. */
  record Started(
      ActorRef<Spawn> spawner,
      ActorRef<LinkCommand> links,
      ActorRef<FaceCommand> director,
      FaceHub faces,
      EventHub events) {}

  /** Starts further actors of the node, off the default dispatcher: it may block. */
  record Spawn(Consumer<ActorContext<Spawn>> work) {}

  static Behavior<Void> create(
      AffectTable table,
      List<BiConsumer<ConversationId, ConversationEvent>> observers,
      String node,
      NodeWatch watch,
      SharedCreature creature,
      Admission admission,
      CompletableFuture<Started> started) {
    return Behaviors.setup(context -> {
      long begin = System.nanoTime();
      LongSupplier millis = () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
      ActorRef<Spawn> spawner =
          context.spawn(
              Behaviors.setup(own ->
                  Behaviors.receiveMessage(spawn -> {
                    spawn.work().accept(own);
                    return Behaviors.same();
                  })),
              "body-and-tasks",
              DispatcherSelector.blocking());
      FaceHub faces = new FaceHub(SystemMaterializer.get(context.getSystem()).materializer());
      EventHub events = new EventHub();
      CompletableFuture<ActorRef<Affect.Command>> feeling = new CompletableFuture<>();
      ActorRef<FaceCommand> director =
          context.spawn(
              FaceDirector.create(
                  System.nanoTime(),
                  millis,
                  faces::publish,
                  stimulus -> feeling.thenAccept(it -> it.tell(new Affect.Notice(stimulus)))),
              "face");
      CompletableFuture<ActorRef<LinkCommand>> links = new CompletableFuture<>();
      ActorRef<Affect.Command> affect =
          context.spawn(
              Affect.create(
                  table,
                  millis,
                  state -> {
                    creature.felt(state.feeling().valence(), state.feeling().arousal());
                    felt(state, millis, director, links, events);
                  }),
              "affect");
      feeling.complete(affect);
      links.complete(
          context.spawn(
              Switchboard.create(
                  new Surroundings(director, affect, events::publish, observers, node, watch),
                  System::nanoTime,
                  new SecureRandom(),
                  new Seats(admission, HeadroomGauge.here())),
              "links"));
      started.complete(new Started(spawner, links.join(), director, faces, events));
      return Behaviors.empty();
    });
  }

  private static void felt(
      AffectState state,
      LongSupplier millis,
      ActorRef<FaceCommand> director,
      CompletableFuture<ActorRef<LinkCommand>> links,
      EventHub events) {
    double valence = state.feeling().valence();
    double arousal = state.feeling().arousal();
    director.tell(new FaceCommand.Feels(state.emotion(), valence, arousal));
    links.thenAccept(
        switchboard -> switchboard.tell(new Switchboard.Felt(state.emotion(), valence, arousal)));
    events.publish(
        JsonNodeFactory.instance
            .objectNode()
            .put("t", millis.getAsLong())
            .put("type", "affect")
            .put("emotion", state.emotion())
            .put("valence", Math.round(valence * 1000) / 1000.0)
            .put("arousal", Math.round(arousal * 1000) / 1000.0)
            .toString());
  }
}
