package dev.creature.tools.remote;

import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.BodyEvent;
import dev.creature.actors.task.TaskId;
import org.apache.pekko.actor.typed.ActorRef;

/** From the robot's threads into the body's queue. */
record ReportsToBody(TaskId task, ActorRef<BodyCommand> self) implements RemoteRobot.Reports {
  @Override
  public void started() {
    self.tell(new RemoteBody.Reported(task, new BodyEvent.Started(task)));
  }

  @Override
  public void progressed(double fraction01, String words) {
    self.tell(new RemoteBody.Reported(task, new BodyEvent.Progressed(task, fraction01, words)));
  }

  @Override
  public void done(String words) {
    self.tell(new RemoteBody.Reported(task, new BodyEvent.Done(task, words)));
  }

  @Override
  public void failed(String reason) {
    self.tell(new RemoteBody.Reported(task, new BodyEvent.Failed(task, reason)));
  }

  @Override
  public void cancelled() {
    self.tell(new RemoteBody.Reported(task, new BodyEvent.Cancelled(task)));
  }
}
