package dev.creature.actors.desk;

import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.TaskId;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;

/** What the desk is asked. Each is answered, once. */
public sealed interface DeskCommand {
  /** Where the answer goes. */
  ActorRef<DeskReply> replyTo();

  /**
   * Do this. Handed in again with the same id it is not done again: the answer says how far it is.
   *
   * @param id the asker's own, or none to be given one
   */
  record Submit(PhysicalTask task, Optional<TaskId> id, ActorRef<DeskReply> replyTo)
      implements DeskCommand {}

  /** How far is this one? */
  record Look(TaskId id, ActorRef<DeskReply> replyTo) implements DeskCommand {}

  /** All that are known, newest last. */
  record LookAll(ActorRef<DeskReply> replyTo) implements DeskCommand {}

  /** Take this one back. */
  record Cancel(TaskId id, ActorRef<DeskReply> replyTo) implements DeskCommand {}

  /** Halt every body at once and refuse everything until released. */
  record Stop(ActorRef<DeskReply> replyTo) implements DeskCommand {}

  /** Take tasks again after a stop. */
  record Release(ActorRef<DeskReply> replyTo) implements DeskCommand {}
}
