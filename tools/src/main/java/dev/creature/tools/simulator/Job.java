package dev.creature.tools.simulator;

import dev.creature.actors.body.BodyEvent;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.TaskId;
import org.apache.pekko.actor.typed.ActorRef;

/** A task that the body has taken, and who is told of it. */
record Job(TaskId task, PhysicalTask what, ActorRef<BodyEvent> replyTo) {}
