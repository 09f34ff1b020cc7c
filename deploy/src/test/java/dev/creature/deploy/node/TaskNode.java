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
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * A process that may be killed: takes tasks, tells their outcomes on standard output and ends when
 * all are told. It prints {@code ready}, {@code state TASK X}, {@code outcome TASK WORDS} and
 * {@code all told}.
 */
final class TaskNode {
  private TaskNode() {}

  /** Arguments: the data folder, and the tasks' ids: each turns a quarter to the left. */
  public static void main(String[] arguments) {
    List<TaskId> ids = Arrays.stream(arguments, 1, arguments.length).map(TaskId::new).toList();
    PhysicalTask what =
        new PhysicalTask(
            "turn", Optional.of("left"), Optional.empty(), Optional.empty(), new TreeMap<>());
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
          ActorRef<TaskCommand.Reply> known = context.spawn(told(context.getSelf()), "known");
          for (TaskId id : ids) {
            TaskRequest request =
                new TaskRequest(
                    id,
                    what,
                    Reversibility.COSTLY,
                    Clearance.ALLOWED,
                    "",
                    "test",
                    Optional.empty());
            board.tell(new TaskCommand.Request(request, known));
          }
          say("ready");
          return telling(board, new HashSet<>(ids));
        });
    ActorSystem<TaskStatus> _ =
        ActorSystem.create(guardian, "node", Journal.in(Path.of(arguments[0])));
  }

  /** What was told in an earlier life is known from the reply. */
  private static Behavior<TaskCommand.Reply> told(ActorRef<TaskStatus> to) {
    return Behaviors.receiveMessage(reply -> {
      if (reply instanceof TaskCommand.Known known && known.status().told()) {
        to.tell(known.status());
      }
      return Behaviors.same();
    });
  }

  private static Behavior<TaskStatus> telling(ActorRef<TaskCommand> board, Set<TaskId> open) {
    return Behaviors.receive((_, status) -> {
      say("state " + status.id().value() + " " + status.state());
      if (status.told()) {
        open.remove(status.id());
        if (open.isEmpty()) {
          say("all told");
          return Behaviors.stopped();
        }
        return Behaviors.same();
      }
      if (status.state().isFinal()) {
        say("outcome " + status.id().value() + " " + status.note());
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
