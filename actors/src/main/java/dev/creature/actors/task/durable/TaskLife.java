package dev.creature.actors.task.durable;

import dev.creature.actors.body.BodyEvent;
import dev.creature.actors.task.Clearance;
import dev.creature.actors.task.TaskRequest;
import dev.creature.actors.task.TaskState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The life of a physical task, as a pure machine: {@link #decide} says what happened and what is to
 * be done, {@link #evolve} what is known afterwards. Total: what makes no sense now changes
 * nothing.
 *
 * <p>An effect is carried out only when its events are stored. A process may die between the two;
 * {@link Input.Recovered} then repeats the effect, and the body, which knows tasks by their id,
 * does not move twice.
 */
final class TaskLife {
  /** What reaches a task. */
  sealed interface Input {
    record Ask(TaskRequest request) implements Input {}

    record Confirm() implements Input {}

    record Cancel(String why) implements Input {}

    /** The task that this one waits for has ended so. */
    record PredecessorEnded(TaskState state) implements Input {}

    record FromBody(BodyEvent event) implements Input {}

    /** The process has started again, or the body has been silent for long. */
    record Recovered() implements Input {}

    record Told() implements Input {}
  }

  /** What is to be done for it. */
  enum Effect {
    /** Give it to the body under its id. */
    PERFORM,
    /** Tell the body to stop it. */
    CANCEL_AT_BODY
  }

  /**
   * What follows from an input.
   *
   * @param refusal why nothing was changed; empty when the input was taken
   */
  record Decision(List<TaskEvent> events, List<Effect> effects, String refusal) {
    static final Decision NOTHING = new Decision(List.of(), List.of(), "");

    static Decision of(TaskEvent... events) {
      return new Decision(List.of(events), List.of(), "");
    }

    static Decision refused(String reason) {
      return new Decision(List.of(), List.of(), reason);
    }

    Decision then(Effect... next) {
      return new Decision(events, List.of(next), refusal);
    }
  }

  private TaskLife() {}

  /** What happens when this input reaches that task, which may not exist yet. */
  static Decision decide(Optional<TaskRecord> known, Input input, long nowMillis) {
    if (known.isEmpty()) {
      return switch (input) {
        case Input.Ask(TaskRequest request) -> ask(request, nowMillis);
        case Input.Confirm _, Input.Cancel _, Input.PredecessorEnded _ ->
            Decision.refused("there is no such task");
        case Input.FromBody _, Input.Recovered _, Input.Told _ -> Decision.NOTHING;
      };
    }
    TaskRecord task = known.get();
    return switch (input) {
      case Input.Ask(TaskRequest request) ->
          request.what().equals(task.request().what())
              ? Decision.NOTHING
              : Decision.refused("another task has the id " + request.id());
      case Input.Confirm _ -> confirm(task, nowMillis);
      case Input.Cancel(String why) -> cancel(task, why, nowMillis);
      case Input.PredecessorEnded(TaskState state) -> predecessorEnded(task, state, nowMillis);
      case Input.FromBody(BodyEvent event) -> fromBody(task, event, nowMillis);
      case Input.Recovered _ -> recovered(task);
      case Input.Told _ ->
          task.state().isFinal() && !task.told()
              ? Decision.of(new TaskEvent.Told(nowMillis))
              : Decision.NOTHING;
    };
  }

  /** What is known after an event. The first one is always {@link TaskEvent.Asked}. */
  static TaskRecord evolve(Optional<TaskRecord> known, TaskEvent event) {
    if (event instanceof TaskEvent.Asked(StoredRequest request, long at)) {
      TaskState state =
          request.clearance() == Clearance.NEEDS_CONFIRMATION
              ? TaskState.AWAITING_CONFIRMATION
              : TaskState.ACCEPTED;
      return new TaskRecord(request, state, request.reason(), false, at, at, false);
    }
    TaskRecord task = known.orElseThrow();
    return switch (event) {
      case TaskEvent.Asked _ -> task;
      case TaskEvent.Confirmed(long at) -> task.in(TaskState.ACCEPTED, "", at);
      case TaskEvent.Dispatched(long at) -> task.in(TaskState.DISPATCHED, "", at);
      case TaskEvent.Began(long at) -> task.in(TaskState.RUNNING, "", at);
      case TaskEvent.CancelAsked(String why, long at) ->
          task.in(task.state(), why, at).withCancelAsked(at);
      case TaskEvent.Ended(TaskState state, String words, long at) -> task.in(state, words, at);
      case TaskEvent.Told _ -> task.withTold();
    };
  }

  private static Decision ask(TaskRequest request, long now) {
    TaskEvent asked = new TaskEvent.Asked(StoredRequest.of(request), now);
    return switch (request.clearance()) {
      case DENIED ->
          Decision.of(asked, new TaskEvent.Ended(TaskState.DENIED, request.reason(), now));
      case NEEDS_CONFIRMATION -> Decision.of(asked);
      case ALLOWED ->
          request.after().isPresent()
              ? Decision.of(asked)
              : Decision.of(asked, new TaskEvent.Dispatched(now)).then(Effect.PERFORM);
    };
  }

  private static Decision confirm(TaskRecord task, long now) {
    if (task.state() != TaskState.AWAITING_CONFIRMATION) {
      return Decision.refused("the task does not wait for a yes: it is " + name(task.state()));
    }
    return task.request().after().isPresent()
        ? Decision.of(new TaskEvent.Confirmed(now))
        : Decision.of(new TaskEvent.Confirmed(now), new TaskEvent.Dispatched(now))
            .then(Effect.PERFORM);
  }

  private static Decision cancel(TaskRecord task, String why, long now) {
    return switch (task.state()) {
      case ACCEPTED, AWAITING_CONFIRMATION ->
          Decision.of(new TaskEvent.Ended(TaskState.CANCELLED, why, now));
      case DISPATCHED, RUNNING ->
          task.cancelAsked()
              ? Decision.NOTHING
              : Decision.of(new TaskEvent.CancelAsked(why, now)).then(Effect.CANCEL_AT_BODY);
      case DONE, FAILED, CANCELLED, DENIED ->
          Decision.refused("the task is over: it is " + name(task.state()));
    };
  }

  private static Decision predecessorEnded(TaskRecord task, TaskState state, long now) {
    boolean waits =
        task.request().after().isPresent()
            && (task.state() == TaskState.ACCEPTED
                || task.state() == TaskState.AWAITING_CONFIRMATION);
    if (!waits || !state.isFinal()) {
      return Decision.NOTHING;
    }
    if (state != TaskState.DONE) {
      return Decision.of(
          new TaskEvent.Ended(TaskState.CANCELLED, "what had to come before it was not done", now));
    }
    // One that still waits for its yes is offered again when the yes has come.
    return task.state() == TaskState.ACCEPTED
        ? Decision.of(new TaskEvent.Dispatched(now)).then(Effect.PERFORM)
        : Decision.NOTHING;
  }

  private static Decision fromBody(TaskRecord task, BodyEvent event, long now) {
    if (task.state() != TaskState.DISPATCHED && task.state() != TaskState.RUNNING) {
      return Decision.NOTHING;
    }
    return switch (event) {
      case BodyEvent.Started _ ->
          task.state() == TaskState.DISPATCHED
              ? Decision.of(new TaskEvent.Began(now))
              : Decision.NOTHING;
      case BodyEvent.Progressed _, BodyEvent.Halted _ -> Decision.NOTHING;
      case BodyEvent.Done(_, String words) ->
          Decision.of(new TaskEvent.Ended(TaskState.DONE, words, now));
      case BodyEvent.Failed(_, String reason) ->
          Decision.of(new TaskEvent.Ended(TaskState.FAILED, reason, now));
      case BodyEvent.Cancelled _ ->
          Decision.of(
              new TaskEvent.Ended(
                  TaskState.CANCELLED, task.cancelAsked() ? task.note() : "I was stopped", now));
    };
  }

  private static Decision recovered(TaskRecord task) {
    return switch (task.state()) {
      case DISPATCHED, RUNNING ->
          task.cancelAsked()
              ? Decision.NOTHING.then(Effect.CANCEL_AT_BODY, Effect.PERFORM)
              : Decision.NOTHING.then(Effect.PERFORM);
      case ACCEPTED, AWAITING_CONFIRMATION, DONE, FAILED, CANCELLED, DENIED -> Decision.NOTHING;
    };
  }

  private static String name(TaskState state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
