package dev.creature.tools.remote;

import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.TaskId;
import java.util.concurrent.CompletionStage;

/** A machine that does one task at a time. Thread-safe; nothing blocks. */
public interface RemoteRobot extends AutoCloseable {
  /** Told by the robot, on any thread; all after one of the last three is ignored. */
  interface Reports {
    void started();

    /**
     * A step on the way.
     *
     * @param fraction01 0 to 1
     */
    void progressed(double fraction01, String words);

    void done(String words);

    void failed(String reason);

    void cancelled();
  }

  /** Begins; a robot that knows this id already goes on with it. */
  void begin(TaskId task, PhysicalTask what, Reports reports);

  /** Ends it safely; told by {@link Reports#cancelled()}. */
  void cancel(TaskId task);

  /**
   * Halts and forgets its task. Called on the thread that stopped.
   *
   * @return when the robot has been told; fails when it can't be
   */
  CompletionStage<Void> halt();

  /** Motion is allowed again. */
  void release();

  @Override
  void close();
}
