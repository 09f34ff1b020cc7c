package dev.creature.tools.work;

import dev.creature.actors.body.BodyEvent;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.TaskId;
import org.apache.pekko.actor.typed.ActorRef;

/** A task that a body has taken, and who is told of it. */
public record Job(TaskId task, PhysicalTask what, ActorRef<BodyEvent> replyTo) {}
