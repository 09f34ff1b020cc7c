package dev.creature.tools.reachy;

import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.TaskId;
import dev.creature.tools.remote.RemoteRobot;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** The robot: poses one after another, each waited for until the daemon has it no longer. */
final class ReachyMini implements RemoteRobot {
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration MOST_OVERTIME = Duration.ofSeconds(5);

  /** A task under way; the poses before {@code next} have begun. */
  private static final class Run {
    private final TaskId task;
    private final Moves.Can moves;
    private final Reports reports;
    private int next;
    private Optional<String> movement = Optional.empty();

    Run(TaskId task, Moves.Can moves, Reports reports) {
      this.task = task;
      this.moves = moves;
      this.reports = reports;
    }
  }

  private final ReachyMiniDaemon daemon;
  private Optional<Run> running = Optional.empty();

  ReachyMini(ReachyMiniDaemon daemon) {
    this.daemon = daemon;
  }

  @Override
  public void begin(TaskId task, PhysicalTask what, Reports reports) {
    switch (Moves.of(what)) {
      case Moves.Cannot(String reason) -> reports.failed(reason);
      case Moves.Can moves -> {
        Run run = new Run(task, moves, reports);
        synchronized (this) {
          running = Optional.of(run);
        }
        advance(run);
      }
    }
  }

  private void advance(Run run) {
    Pose pose;
    synchronized (this) {
      if (!isCurrent(run)) {
        return;
      }
      if (run.next == run.moves.poses().size()) {
        running = Optional.empty();
        run.reports.done(run.moves.words());
        return;
      }
      pose = run.moves.poses().get(run.next);
      run.next++;
    }
    daemon
        .go(pose)
        .whenComplete((uuid, thrown) -> {
          if (thrown != null) {
            fail(run, thrown);
          } else {
            moving(run, uuid, pose);
          }
        });
  }

  private void moving(Run run, String uuid, Pose pose) {
    boolean wanted;
    int step;
    synchronized (this) {
      wanted = isCurrent(run);
      run.movement = Optional.of(uuid);
      step = run.next;
    }
    if (!wanted) {
      // Stopped while the daemon was asked.
      daemon.stop(uuid);
      return;
    }
    if (step == 1) {
      run.reports.started();
    }
    run.reports.progressed((step - 1.0) / run.moves.poses().size(), "moving");
    await(run, uuid, System.nanoTime() + pose.duration().plus(MOST_OVERTIME).toNanos());
  }

  private void await(Run run, String uuid, long latestNanos) {
    CompletableFuture.delayedExecutor(LOOK.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() ->
            daemon
                .isRunning(uuid)
                .whenComplete((still, thrown) -> {
                  if (thrown != null) {
                    fail(run, thrown);
                  } else if (!still) {
                    advance(run);
                  } else if (System.nanoTime() > latestNanos) {
                    daemon.stop(uuid);
                    fail(run, new IllegalStateException("my robot did not get there"));
                  } else if (isCurrent(run)) {
                    await(run, uuid, latestNanos);
                  }
                }));
  }

  private void fail(Run run, Throwable thrown) {
    boolean was;
    synchronized (this) {
      was = isCurrent(run);
      running = running.filter(it -> it != run);
    }
    if (was) {
      Throwable it =
          thrown instanceof CompletionException && thrown.getCause() != null
              ? thrown.getCause()
              : thrown;
      run.reports.failed(String.valueOf(it.getMessage()));
    }
  }

  private synchronized boolean isCurrent(Run run) {
    return running.filter(it -> it == run).isPresent();
  }

  @Override
  public void cancel(TaskId task) {
    Optional<Run> run;
    synchronized (this) {
      run = running.filter(it -> it.task.equals(task));
      running = running.filter(it -> !it.task.equals(task));
    }
    run.ifPresent(it -> {
      movement(it).ifPresent(daemon::stop);
      it.reports.cancelled();
    });
  }

  private synchronized Optional<String> movement(Run run) {
    return run.movement;
  }

  @Override
  public CompletionStage<Void> halt() {
    Optional<Run> run;
    synchronized (this) {
      run = running;
      running = Optional.empty();
    }
    CompletableFuture<Void> known =
        run.flatMap(this::movement)
            .map(daemon::stop)
            .orElse(CompletableFuture.completedFuture(null));
    // What others have begun is ended, too.
    return known.handle((_, _) -> true).thenCompose(_ -> daemon.stopAll());
  }

  @Override
  public void release() {}

  @Override
  public void close() {
    daemon.close();
  }
}
