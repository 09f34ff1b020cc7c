package dev.creature.deploy.command;

import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.StopReflex;
import dev.creature.actors.intent.Permission;
import dev.creature.actors.task.Clearance;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.Reversibility;
import dev.creature.actors.task.TaskCommand;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskRequest;
import dev.creature.actors.task.durable.TaskBoard;
import dev.creature.deploy.node.DataFolder;
import dev.creature.deploy.node.Journal;
import dev.creature.deploy.remote.RemoteBoard;
import dev.creature.deploy.remote.RemoteStop;
import dev.creature.deploy.remote.RunningNode;
import dev.creature.reasoning.policy.Asker;
import dev.creature.reasoning.policy.PolicyDecision;
import dev.creature.reasoning.policy.PolicyGate;
import dev.creature.reasoning.policy.PolicyQuestion;
import dev.creature.tools.mcp.BodyMcpServer;
import dev.creature.tools.mcp.BodyTools;
import dev.creature.tools.physical.Reversibilities;
import dev.creature.tools.simulator.SimulatedBody;
import dev.creature.tools.simulator.Simulation;
import dev.creature.tools.simulator.scene.ApartmentFile;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lends the body to a program that speaks the Model Context Protocol. */
@Command(
    name = "mcp",
    mixinStandardHelpOptions = true,
    description = {
      "Be an MCP server on standard input and output: the simulated body and its tasks as tools.",
      "For the configuration of an MCP client: command creature, argument mcp. Ends with its input.",
      "Beside a running `creature up` on the same data folder it serves that creature's body."
    })
final class McpCommand implements Callable<Integer> {
  /** Below the minute after which most clients give up. */
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where tasks and the world are kept (default: the user's data folder).")
  private @Nullable Path data;

  @Option(
      names = "--seed",
      description = "For all that is left to chance in the simulated world (default: 1).")
  private long seed = 1;

  @Override
  public Integer call() throws Exception {
    PrintStream messages = System.out;
    // Nothing but messages may come there.
    System.setOut(System.err);
    DataFolder folder =
        DataFolder.open(
            data == null
                ? DataFolder.ofUser(System.getenv(), Path.of(System.getProperty("user.home")))
                : data);
    Optional<RunningNode> running = RunningNode.on(folder.path());
    ActorSystem<Void> system =
        ActorSystem.create(Behaviors.empty(), "creature-mcp", Journal.in(folder.path()));
    try {
      BodyMcpServer server =
          BodyMcpServer.serve(
              running.map(node -> remote(system, node)).orElseGet(() -> own(system)),
              new CreatureCommand.Version().getVersion()[0],
              System.in,
              messages);
      server.ended().toCompletableFuture().join();
      server.close();
    } finally {
      system.terminate();
      system.getWhenTerminated().toCompletableFuture().get(20, TimeUnit.SECONDS);
      System.setOut(messages);
    }
    return ExitCode.DONE.code();
  }

  /** The body of the creature that runs on this data folder already. */
  private static BodyTools remote(ActorSystem<Void> system, RunningNode node) {
    ExecutorService calls =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("node-call-", 1).factory());
    return new BodyTools(
        system,
        system.systemActorOf(RemoteBoard.create(node, calls), "tasks", Props.empty()),
        system.systemActorOf(RemoteStop.create(node, calls), "body", Props.empty()),
        new StopReflex(),
        what ->
            new TaskRequest(
                new TaskId("mcp-" + UUID.randomUUID()),
                what,
                Reversibilities.of(what),
                // That creature's own policy decides.
                Clearance.ALLOWED,
                "",
                "mcp",
                Optional.empty()),
        PATIENCE);
  }

  private BodyTools own(ActorSystem<Void> system) {
    Journal.prepare(system);
    StopReflex reflex = new StopReflex();
    ActorRef<BodyCommand> body =
        system.systemActorOf(
            SimulatedBody.create("body", new Simulation(ApartmentFile.own(seed)), reflex),
            "body",
            DispatcherSelector.fromConfig("creature.body.dispatcher"));
    ActorRef<TaskCommand> board =
        system.systemActorOf(
            TaskBoard.create("body", body, reflex, Clock.systemUTC()), "tasks", Props.empty());
    PolicyGate policy = PolicyGate.standard();
    return new BodyTools(system, board, body, reflex, what -> request(policy, what), PATIENCE);
  }

  /** Whoever can start a program here is at the machine itself. */
  private static TaskRequest request(PolicyGate policy, PhysicalTask what) {
    Reversibility cost = Reversibilities.of(what);
    LocalTime now = LocalTime.now(Clock.system(ZoneId.systemDefault()));
    PolicyDecision decision = policy.decide(new PolicyQuestion(what, cost, Asker.OWNER, "", now));
    boolean allowed = decision.permission() == Permission.ALLOW;
    return new TaskRequest(
        new TaskId("mcp-" + UUID.randomUUID()),
        what,
        cost,
        clearance(decision.permission()),
        allowed ? "" : decision.reason(),
        "mcp",
        Optional.empty());
  }

  private static Clearance clearance(Permission permission) {
    return switch (permission) {
      case ALLOW -> Clearance.ALLOWED;
      case CONFIRM -> Clearance.NEEDS_CONFIRMATION;
      case DENY -> Clearance.DENIED;
    };
  }
}
