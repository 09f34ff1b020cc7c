package dev.creature.deploy.node;

import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.BodyEvent;
import dev.creature.actors.desk.DeskCommand;
import dev.creature.actors.desk.DeskReply;
import dev.creature.actors.intent.Permission;
import dev.creature.actors.task.Clearance;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.Reversibility;
import dev.creature.actors.task.TaskCommand;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskRequest;
import dev.creature.actors.task.TaskStatus;
import dev.creature.tools.physical.Reversibilities;
import java.util.Optional;
import java.util.UUID;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Tasks without a voice: hands them to the board under the same policy, and stops the body. */
final class BodyDesk {
  private final ActorContext<DeskCommand> context;
  private final Deeds deeds;

  private BodyDesk(ActorContext<DeskCommand> context, Deeds deeds) {
    this.context = context;
    this.deeds = deeds;
  }

  static Behavior<DeskCommand> create(Deeds deeds) {
    return Behaviors.setup(context ->
        Behaviors.receiveMessage(command -> {
          new BodyDesk(context, deeds).take(command);
          return Behaviors.same();
        }));
  }

  private void take(DeskCommand command) {
    switch (command) {
      case DeskCommand.Submit submit -> submit(submit);
      case DeskCommand.Look(TaskId id, var replyTo) ->
          deeds.board().tell(new TaskCommand.Get(id, single(replyTo)));
      case DeskCommand.LookAll(var replyTo) ->
          deeds.board().tell(new TaskCommand.GetAll(all(replyTo)));
      case DeskCommand.Cancel(TaskId id, var replyTo) ->
          deeds.board().tell(new TaskCommand.Cancel(id, "it was taken back", single(replyTo)));
      case DeskCommand.Stop(var replyTo) -> {
        deeds.reflex().stop("the stop button");
        deeds.body().tell(new BodyCommand.Halt(halted(replyTo)));
      }
      case DeskCommand.Release(var replyTo) -> {
        deeds.reflex().release();
        deeds.body().tell(BodyCommand.Release.INSTANCE);
        replyTo.tell(DeskReply.Released.INSTANCE);
      }
    }
  }

  private void submit(DeskCommand.Submit submit) {
    PhysicalTask task = submit.task();
    Reversibility reversibility = Reversibilities.of(task);
    Permission permission = deeds.gate().permits(task, reversibility);
    Clearance clearance =
        switch (permission) {
          case ALLOW -> Clearance.ALLOWED;
          case CONFIRM -> Clearance.NEEDS_CONFIRMATION;
          case DENY -> Clearance.DENIED;
        };
    TaskId id = submit.id().orElseGet(() -> new TaskId("http-" + UUID.randomUUID()));
    deeds
        .board()
        .tell(
            new TaskCommand.Request(
                new TaskRequest(id, task, reversibility, clearance, "", "http", Optional.empty()),
                single(submit.replyTo())));
  }

  private ActorRef<TaskCommand.Reply> single(ActorRef<DeskReply> replyTo) {
    return context.spawnAnonymous(
        Behaviors.receiveMessage(reply -> {
          replyTo.tell(
              switch (reply) {
                case TaskCommand.Known(TaskStatus status) -> view(status);
                case TaskCommand.Unknown(TaskId task) -> new DeskReply.Unknown(task);
                case TaskCommand.Refused(_, String reason) -> new DeskReply.Refused(reason);
              });
          return Behaviors.stopped();
        }));
  }

  private ActorRef<TaskCommand.Tasks> all(ActorRef<DeskReply> replyTo) {
    return context.spawnAnonymous(
        Behaviors.receiveMessage(reply -> {
          replyTo.tell(
              new DeskReply.Tasks(reply.tasks().reversed().stream().map(BodyDesk::view).toList()));
          return Behaviors.stopped();
        }));
  }

  private ActorRef<BodyEvent.Halted> halted(ActorRef<DeskReply> replyTo) {
    return context.spawnAnonymous(
        Behaviors.receiveMessage(halted -> {
          replyTo.tell(new DeskReply.Stopped(halted.afterMillis()));
          return Behaviors.stopped();
        }));
  }

  private static DeskReply.TaskView view(TaskStatus status) {
    return new DeskReply.TaskView(status.id(), status.what(), status.state(), status.note());
  }
}
