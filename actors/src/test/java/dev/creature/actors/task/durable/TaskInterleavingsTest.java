package dev.creature.actors.task.durable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.body.BodyEvent;
import dev.creature.actors.task.Clearance;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.Reversibility;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskRequest;
import dev.creature.actors.task.TaskState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Requests, confirmations, cancellations, stops, crashes and doubled messages in any order: a body
 * never moves twice for one task, never before its yes, and no task is lost.
 */
class TaskInterleavingsTest {
  private static final TaskId ID = new TaskId("t");

  /** What may happen next; a number of the property's list chooses it. */
  private enum Chance {
    REQUEST,
    CONFIRM,
    CANCEL,
    BODY_TAKES,
    BODY_ENDS,
    REPLY_ARRIVES,
    REPLY_DOUBLED,
    CRASH_BEFORE_EFFECTS,
    CRASH,
    BODY_CRASH,
    STOP,
    TOLD
  }

  @Property(tries = 10_000)
  void neverMovesABodyTwiceNorBeforeItsYesAndLosesNothing(
      @ForAll boolean needsYes,
      @ForAll @Size(min = 4, max = 40) List<@IntRange(min = 0, max = 11) Integer> chances) {
    Scene scene = new Scene(needsYes);
    chances.forEach(chance -> scene.happen(Chance.values()[chance]));
    scene.comeToRest();
  }

  /** A task and its journal, a body that keeps its ledger, and what is on its way between them. */
  private static final class Scene {
    private final TaskRequest request;
    private Optional<TaskRecord> task = Optional.empty();
    private boolean asked;
    private boolean confirmed;
    private int ended;
    private int told;
    private final List<TaskLife.Effect> toBody = new ArrayList<>();
    private final List<BodyEvent> toTask = new ArrayList<>();
    private final Map<TaskId, BodyEvent> ledger = new HashMap<>();
    private boolean moving;
    private boolean revoked;
    private int motionsThatCount;

    Scene(boolean needsYes) {
      request =
          new TaskRequest(
              ID,
              new PhysicalTask(
                  "pour", Optional.of("milk"), Optional.empty(), Optional.empty(), new TreeMap<>()),
              Reversibility.IRREVERSIBLE,
              needsYes ? Clearance.NEEDS_CONFIRMATION : Clearance.ALLOWED,
              "",
              "test",
              Optional.empty());
      confirmed = !needsYes;
    }

    void happen(Chance chance) {
      switch (chance) {
        case REQUEST -> {
          asked = true;
          handle(new TaskLife.Input.Ask(request), true);
        }
        case CONFIRM -> {
          confirmed |= task.isPresent();
          handle(new TaskLife.Input.Confirm(), true);
        }
        case CANCEL -> handle(new TaskLife.Input.Cancel("taken back"), true);
        case BODY_TAKES -> bodyTakes();
        case BODY_ENDS -> bodyEnds(new BodyEvent.Done(ID, "done"));
        case REPLY_ARRIVES -> reply(false);
        case REPLY_DOUBLED -> reply(true);
        case CRASH_BEFORE_EFFECTS -> {
          handle(new TaskLife.Input.Cancel("taken back"), false);
          crash();
        }
        case CRASH -> crash();
        case BODY_CRASH -> {
          moving = false;
          revoked = false;
        }
        case STOP -> {
          if (moving) {
            bodyEnds(new BodyEvent.Cancelled(ID));
          }
          handle(new TaskLife.Input.Cancel("I was stopped"), true);
        }
        case TOLD -> handle(new TaskLife.Input.Told(), true);
      }
    }

    /** Everything in memory is gone; what is stored is read again. */
    private void crash() {
      toBody.clear();
      toTask.clear();
      moving = false;
      revoked = false;
      handle(new TaskLife.Input.Recovered(), true);
    }

    private void handle(TaskLife.Input input, boolean effects) {
      TaskLife.Decision decision = TaskLife.decide(task, input, 1);
      for (TaskEvent event : decision.events()) {
        assertThat(task.map(TaskRecord::state).filter(TaskState::isFinal).isPresent())
            .as("only being told follows an end")
            .isEqualTo(event instanceof TaskEvent.Told);
        ended += event instanceof TaskEvent.Ended ? 1 : 0;
        told += event instanceof TaskEvent.Told ? 1 : 0;
        task = Optional.of(TaskLife.evolve(task, event));
      }
      if (effects) {
        toBody.addAll(decision.effects());
      }
    }

    private void bodyTakes() {
      if (toBody.isEmpty()) {
        return;
      }
      switch (toBody.removeFirst()) {
        case PERFORM -> {
          if (ledger.containsKey(ID)) {
            toTask.add(ledger.get(ID));
          } else if (revoked) {
            revoked = false;
            ledger.put(ID, new BodyEvent.Cancelled(ID));
            toTask.add(ledger.get(ID));
          } else {
            assertThat(confirmed).as("no motion before its yes").isTrue();
            moving = true;
            toTask.add(new BodyEvent.Started(ID));
          }
        }
        case CANCEL_AT_BODY -> {
          if (moving) {
            bodyEnds(new BodyEvent.Cancelled(ID));
          } else if (!ledger.containsKey(ID)) {
            revoked = true;
          }
        }
      }
    }

    /** The end and the world that it leaves are one stored event: only then did it move. */
    private void bodyEnds(BodyEvent outcome) {
      if (moving) {
        moving = false;
        motionsThatCount++;
        ledger.put(ID, outcome);
        toTask.add(outcome);
      }
    }

    private void reply(boolean doubled) {
      if (!toTask.isEmpty()) {
        BodyEvent event = doubled ? toTask.getFirst() : toTask.removeFirst();
        handle(new TaskLife.Input.FromBody(event), true);
      }
    }

    /** Nothing more goes wrong: whatever was asked and allowed comes to one end. */
    void comeToRest() {
      for (int i = 0; i < 20; i++) {
        handle(new TaskLife.Input.Recovered(), true);
        while (!toBody.isEmpty()) {
          bodyTakes();
        }
        bodyEnds(new BodyEvent.Done(ID, "done"));
        while (!toTask.isEmpty()) {
          reply(false);
        }
      }
      handle(new TaskLife.Input.Told(), true);
      handle(new TaskLife.Input.Told(), true);
      assertThat(motionsThatCount).isLessThanOrEqualTo(1);
      assertThat(task.isPresent()).isEqualTo(asked);
      task.ifPresent(it -> {
        boolean waits = it.state() == TaskState.AWAITING_CONFIRMATION;
        assertThat(it.state().isFinal() || waits).isTrue();
        assertThat(ended).isEqualTo(waits ? 0 : 1);
        assertThat(told).isEqualTo(waits ? 0 : 1);
        if (ledger.containsKey(ID)) {
          assertThat(it.state())
              .isEqualTo(
                  ledger.get(ID) instanceof BodyEvent.Done ? TaskState.DONE : TaskState.CANCELLED);
        }
      });
    }
  }
}
