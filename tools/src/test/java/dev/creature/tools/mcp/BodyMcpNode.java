package dev.creature.tools.mcp;

import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.StopReflex;
import dev.creature.actors.task.Clearance;
import dev.creature.actors.task.Reversibility;
import dev.creature.actors.task.TaskCommand;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskRequest;
import dev.creature.actors.task.durable.TaskBoard;
import dev.creature.tools.physical.Reversibilities;
import dev.creature.tools.simulator.SimulatedBody;
import dev.creature.tools.simulator.Simulation;
import dev.creature.tools.simulator.scene.ApartmentFile;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.persistence.testkit.PersistenceTestKitPlugin;

/** A process of its own: the simulated body behind MCP on its standard streams. */
final class BodyMcpNode {
  private BodyMcpNode() {}

  /** Argument: for how many milliseconds a task is waited for. */
  public static void main(String[] arguments) {
    ActorTestKit kit = ActorTestKit.create(PersistenceTestKitPlugin.getInstance().config());
    StopReflex reflex = new StopReflex();
    ActorRef<BodyCommand> body =
        kit.spawn(
            SimulatedBody.create("body", new Simulation(ApartmentFile.own(1)), reflex),
            DispatcherSelector.fromConfig("creature.body.dispatcher"));
    ActorRef<TaskCommand> board =
        kit.spawn(TaskBoard.create("body", body, reflex, Clock.systemUTC()));
    BodyTools tools =
        new BodyTools(
            kit.system(),
            board,
            body,
            reflex,
            what -> {
              Reversibility cost = Reversibilities.of(what);
              boolean ask = cost == Reversibility.IRREVERSIBLE;
              return new TaskRequest(
                  new TaskId("mcp-" + UUID.randomUUID()),
                  what,
                  cost,
                  ask ? Clearance.NEEDS_CONFIRMATION : Clearance.ALLOWED,
                  ask ? "it can't be undone" : "",
                  "mcp",
                  Optional.empty());
            },
            Duration.ofMillis(Long.parseLong(arguments[0])));
    BodyMcpServer server = BodyMcpServer.serve(tools, "test", System.in, System.out);
    server.ended().toCompletableFuture().join();
    server.close();
    kit.shutdownTestKit();
  }
}
