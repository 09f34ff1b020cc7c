package dev.creature.tools.rosbridge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.TaskId;
import dev.creature.tools.remote.RemoteRobot;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * A robot behind rosbridge. The goal's id is the task's: a goal is sent again after a lost
 * connection, and a robot that still has it goes on. Halting has a connection of its own, because
 * rosbridge may not read the first one while a goal runs.
 */
final class RosbridgeRobot implements RemoteRobot {
  private static final int SUCCEEDED = 4;
  private static final int CANCELED = 5;

  private static final class Goal {
    private final TaskId task;
    private final String message;
    private final Reports reports;
    private volatile long heardNanos = System.nanoTime();
    private boolean started;
    private boolean cancelled;

    Goal(TaskId task, String message, Reports reports) {
      this.task = task;
      this.message = message;
      this.reports = reports;
    }
  }

  private final RosbridgeSettings settings;
  private final GoalMapping mapping;
  private final RosbridgeWords words;
  private final HttpClient client = HttpClient.newHttpClient();
  private final RosbridgeLink goals;
  private final RosbridgeLink stops;
  private Optional<Goal> goal = Optional.empty();
  private Optional<TaskId> abandoned = Optional.empty();
  private boolean halted;

  RosbridgeRobot(RosbridgeSettings settings, GoalMapping mapping) {
    this.settings = settings;
    this.mapping = mapping;
    this.words = new RosbridgeWords(settings);
    this.goals = new RosbridgeLink(settings, client, this::goalGreeting, this::hear);
    this.stops = new RosbridgeLink(settings, client, this::stopGreeting, _ -> {});
  }

  void connect() {
    goals.connect();
    stops.connect();
  }

  private synchronized List<String> goalGreeting() {
    List<String> greeting = new ArrayList<>();
    abandoned.ifPresent(it -> greeting.add(words.cancel(it)));
    abandoned = Optional.empty();
    goal.ifPresent(it -> greeting.add(it.cancelled ? words.cancel(it.task) : it.message));
    return greeting;
  }

  private synchronized List<String> stopGreeting() {
    return halted ? List.of(words.advertise(), words.standStill()) : List.of(words.advertise());
  }

  @Override
  public void begin(TaskId task, PhysicalTask what, Reports reports) {
    Goal next = new Goal(task, words.goal(task, mapping.goal(task, what)), reports);
    // Under the link's lock: either the new connection's greeting holds the goal, or this sends it.
    synchronized (goals) {
      synchronized (this) {
        goal = Optional.of(next);
      }
      goals.send(next.message);
    }
    listen(next, settings.silence().toMillis());
  }

  private void listen(Goal asked, long millis) {
    CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS)
        .execute(() -> {
          long silentMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked.heardNanos);
          if (!isCurrent(asked)) {
            return;
          }
          if (silentMillis < settings.silence().toMillis()) {
            listen(asked, settings.silence().toMillis() - silentMillis);
            return;
          }
          boolean connected = goals.isOpen();
          forget(asked);
          asked.reports.failed(connected ? "my robot does not answer" : "I can't reach my robot");
        });
  }

  private synchronized boolean isCurrent(Goal asked) {
    return goal.filter(it -> it == asked).isPresent();
  }

  /** It is told to end, now or when it is back. */
  private void forget(Goal asked) {
    synchronized (goals) {
      synchronized (this) {
        goal = goal.filter(it -> it != asked);
        abandoned = goals.isOpen() ? Optional.empty() : Optional.of(asked.task);
      }
      goals.send(words.cancel(asked.task));
    }
  }

  private void hear(String text) {
    RosbridgeMessage.read(text)
        .ifPresent(message -> {
          switch (message) {
            case RosbridgeMessage.Feedback(String id, JsonNode values) ->
                current(id).ifPresent(it -> progressed(it, values));
            case RosbridgeMessage.Result(String id, JsonNode values, int status, boolean ok) ->
                current(id).ifPresent(it -> over(it, values, status, ok));
            case RosbridgeMessage.Complaint(String id, String why) ->
                current(id)
                    .ifPresent(it -> {
                      forget(it);
                      it.reports.failed("my robot did not take it: " + why);
                    });
          }
        });
  }

  private synchronized Optional<Goal> current(String id) {
    return goal.filter(it -> it.task.value().equals(id));
  }

  private void progressed(Goal it, JsonNode values) {
    it.heardNanos = System.nanoTime();
    boolean first;
    synchronized (this) {
      first = !it.started;
      it.started = true;
    }
    if (first) {
      it.reports.started();
    }
    it.reports.progressed(mapping.fraction01(values), mapping.words(values));
  }

  private void over(Goal it, JsonNode values, int status, boolean ok) {
    synchronized (this) {
      goal = goal.filter(that -> that != it);
    }
    String said = mapping.words(values);
    if (status == CANCELED || (it.cancelled && !(ok && status == SUCCEEDED))) {
      it.reports.cancelled();
    } else if (ok && status == SUCCEEDED) {
      it.reports.done(said);
    } else {
      it.reports.failed(said.isBlank() ? "my robot could not do it" : said);
    }
  }

  @Override
  public void cancel(TaskId task) {
    current(task.value())
        .ifPresent(it -> {
          synchronized (goals) {
            synchronized (this) {
              it.cancelled = true;
            }
            goals.send(words.cancel(task));
          }
        });
  }

  @Override
  public CompletionStage<Void> halt() {
    CompletableFuture<Void> still;
    Optional<Goal> running;
    synchronized (stops) {
      synchronized (this) {
        halted = true;
        running = goal;
      }
      still = stops.send(words.standStill());
    }
    running.ifPresent(this::forget);
    return still;
  }

  @Override
  public synchronized void release() {
    halted = false;
  }

  @Override
  public void close() {
    goals.close();
    stops.close();
    client.shutdownNow();
  }
}
