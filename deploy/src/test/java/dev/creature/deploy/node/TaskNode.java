package dev.creature.deploy.node;

import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.StopReflex;
import dev.creature.actors.task.Clearance;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.Reversibility;
import dev.creature.actors.task.TaskCommand;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskRequest;
import dev.creature.actors.task.TaskStatus;
import dev.creature.actors.task.durable.TaskBoard;
import dev.creature.tools.simulator.SimulatedBody;
import dev.creature.tools.simulator.Simulation;
import dev.creature.tools.simulator.scene.ApartmentFile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * A process that may be killed: takes one task, tells its outcome on standard output and ends. It
 * prints {@code ready}, {@code state X}, and {@code outcome WORDS}.
 */
final class TaskNode {
  private TaskNode() {}

  /** Arguments: the data folder, the task's id, its verb, and its object or nothing. */
  public static void main(String[] arguments) {
    TaskId id = new TaskId(arguments[1]);
    PhysicalTask what =
        new PhysicalTask(
            arguments[2],
            arguments.length > 3 ? Optional.of(arguments[3]) : Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new TreeMap<>());
    Behavior<TaskStatus> guardian =
        Behaviors.setup(context -> {
          Journal.prepare(context.getSystem());
          StopReflex reflex = new StopReflex();
          ActorRef<BodyCommand> body =
              context.spawn(
                  SimulatedBody.create("body", new Simulation(ApartmentFile.own(1)), reflex),
                  "body",
                  DispatcherSelector.fromConfig("creature.body.dispatcher"));
          ActorRef<TaskCommand> board =
              context.spawn(TaskBoard.create("body", body, reflex, Clock.systemUTC()), "tasks");
          board.tell(new TaskCommand.Subscribe(context.getSelf()));
          TaskRequest request =
              new TaskRequest(
                  id, what, Reversibility.COSTLY, Clearance.ALLOWED, "", "test", Optional.empty());
          board.tell(new TaskCommand.Request(request, context.getSystem().ignoreRef()));
          say("ready");
          return telling(board);
        });
    ActorSystem<TaskStatus> _ =
        ActorSystem.create(guardian, "node", Journal.in(Path.of(arguments[0])));
  }

  private static Behavior<TaskStatus> telling(ActorRef<TaskCommand> board) {
    return Behaviors.receive((_, status) -> {
      say("state " + status.state());
      if (status.told()) {
        return Behaviors.stopped();
      }
      if (status.state().isFinal()) {
        say("outcome " + status.note());
        board.tell(new TaskCommand.Told(status.id()));
      }
      return Behaviors.same();
    });
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
