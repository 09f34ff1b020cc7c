package dev.creature.tools.simulator;

import dev.creature.actors.body.BodyEvent;
import dev.creature.actors.task.TaskId;
import dev.creature.tools.simulator.run.Activity;
import dev.creature.tools.simulator.world.World;
import dev.creature.tools.work.Job;

/**
 * The task that the body does now.
 *
 * @param cancelled whether it is on its way to a safe posture
 * @param told the progress that was told last
 */
record Running(Job job, Activity activity, boolean cancelled, String told) {
  static Running begin(Job job, Activity activity) {
    job.replyTo().tell(new BodyEvent.Started(job.task()));
    return new Running(job, activity, false, "");
  }

  boolean does(TaskId task) {
    return job.task().equals(task);
  }

  /** The same, told to whoever asks for it again. */
  Running askedAgain(Job again) {
    again.replyTo().tell(new BodyEvent.Started(again.task()));
    return new Running(again, activity, cancelled, "");
  }

  /** Off to a safe posture. */
  Running cancelled(World world) {
    return new Running(job, Activity.toSafety(world), true, "");
  }

  /** One step on; progress is told once. */
  Running at(Activity next) {
    String words = next.words();
    if (!words.equals(told) && !cancelled) {
      job.replyTo().tell(new BodyEvent.Progressed(job.task(), next.fraction01(), words));
    }
    return new Running(job, next, cancelled, words);
  }
}
