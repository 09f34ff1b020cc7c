package dev.creature.actors.intent.ladder;

import dev.creature.actors.intent.Gate;
import dev.creature.actors.intent.IntentState;
import dev.creature.actors.intent.Permission;
import dev.creature.actors.intent.Reading;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.Reversibility;
import java.util.List;
import java.util.Optional;

/**
 * How intents climb: a total function from a state and what happens to the next state and what
 * follows from it.
 *
 * <p>What it holds: an irreversible deed is dispatched only after a yes that names it; a costly one
 * when its turn has ended; a reversible one may start when two readings of the running turn agree.
 * No intent is dispatched twice, and each ends in exactly one final state.
 */
public final class Ladder {
  /** So many readings of a running turn must agree before a reversible deed starts. */
  static final int READINGS_TO_START = 2;

  private final Gate gate;

  public Ladder(Gate gate) {
    this.gate = gate;
  }

  /** The next state, and what follows. */
  public record Step(LadderState state, List<LadderOutput> outputs) {
    public Step {
      outputs = List.copyOf(outputs);
    }
  }

  /** Takes one step. Never throws for any input in any state. */
  public Step step(LadderState state, LadderInput input) {
    Climb climb = new Climb(state);
    return switch (input) {
      case LadderInput.PartialRead(int turn, Reading reading) -> {
        if (turn > state.lastFinalTurn()) {
          partial(climb, turn, reading);
        }
        yield climb.step();
      }
      case LadderInput.FinalRead(int turn, Reading reading) -> {
        if (turn > state.lastFinalTurn()) {
          whole(climb, turn, reading);
        }
        yield climb.step();
      }
      case LadderInput.TurnReturned(int turn) -> {
        climb.reopen(turn);
        yield climb.step();
      }
      case LadderInput.Tapped(var intent, boolean yes) -> {
        climb.find(intent).filter(Rung::awaiting).ifPresent(rung -> answer(climb, rung, yes));
        yield climb.step();
      }
      case LadderInput.ConfirmationTimedOut(var intent) -> {
        climb
            .find(intent)
            .filter(Rung::awaiting)
            .ifPresent(rung -> climb.move(rung, IntentState.REVOKED));
        yield climb.step();
      }
      case LadderInput.Ended(var intent, var outcome) -> {
        climb
            .find(intent)
            .filter(rung -> rung.state() == IntentState.DISPATCHED)
            .ifPresent(rung -> climb.move(rung, state(outcome)));
        yield climb.step();
      }
      case LadderInput.Proposed(var intent, var read) -> {
        if (climb.find(intent).isEmpty()) {
          climb.propose(intent, read);
        }
        yield climb.step();
      }
      case LadderInput.QuestionHeard(var intent) -> {
        climb.find(intent).filter(Rung::awaiting).ifPresent(rung -> climb.heard(rung, true));
        yield climb.step();
      }
      case LadderInput.StopPressed() -> {
        climb.halt();
        climb.takeBackAll();
        yield climb.step();
      }
    };
  }

  private void partial(Climb climb, int turn, Reading reading) {
    if (stops(climb, turn, reading)) {
      return;
    }
    climb.align(turn, reading.tasks());
    for (Rung rung : climb.live(turn)) {
      boolean agreed = rung.state() == IntentState.HYPOTHESIS && rung.seen() >= READINGS_TO_START;
      if (agreed
          && rung.read().reversibility() == Reversibility.REVERSIBLE
          && permission(rung) == Permission.ALLOW) {
        climb.dispatch(rung);
      }
    }
  }

  private void whole(Climb climb, int turn, Reading reading) {
    climb.close(turn);
    if (stops(climb, turn, reading)) {
      return;
    }
    if (reading.release()) {
      climb.release();
    }
    boolean takesBack = reading.tasks().isEmpty() && Answers.takesBack(reading.text());
    if (takesBack) {
      climb.takeBackAll();
    }
    boolean answered = !takesBack && answers(climb, turn, reading.text());
    climb.align(turn, answered ? List.of() : reading.tasks());
    for (Rung rung : climb.live(turn)) {
      if (rung.state() == IntentState.HYPOTHESIS) {
        decide(climb, climb.move(rung, IntentState.COMMITTED));
      }
    }
  }

  /** "Yes, pour the milk" answers; it asks for nothing anew. */
  private static boolean answers(Climb climb, int turn, String text) {
    boolean answered = false;
    List<Rung> awaiting = climb.awaiting(turn);
    // A turn that was given back is said anew: what was asked in it is asked no longer.
    climb.live(turn).stream().filter(Rung::asked).forEach(rung -> climb.heard(rung, false));
    for (Rung rung : awaiting) {
      switch (answer(rung, awaiting, text)) {
        case YES -> {
          answer(climb, rung, true);
          answered = true;
        }
        case NO -> answer(climb, rung, false);
        // The user spoke of something else: a later yes has to say to what.
        case UNCLEAR -> climb.heard(rung, false);
      }
    }
    return answered;
  }

  /** A bare yes counts right behind the question, and where only one deed waits. */
  private static Answers.Answer answer(Rung rung, List<Rung> awaiting, String text) {
    Answers.Answer answer = Answers.to(rung.read().task(), text);
    boolean toThis = rung.asked() && awaiting.size() == 1 && Answers.bareYes(text);
    return answer == Answers.Answer.UNCLEAR && toThis ? Answers.Answer.YES : answer;
  }

  /** What words would do to a deed that waits for a yes. */
  public enum Verdict {
    YES,
    NO,
    /** A yes that does not say to what. */
    NAME_IT
  }

  /** A deed that waits, and what words would do to it. */
  public record Answered(PhysicalTask task, Verdict verdict) {}

  /** What the words of the next turn would answer; empty where they are no answer. */
  public static Optional<Answered> preview(LadderState state, String text) {
    List<Rung> awaiting = state.rungs().stream().filter(Rung::awaiting).toList();
    Optional<Answered> other = Optional.empty();
    for (Rung rung : awaiting) {
      PhysicalTask task = rung.read().task();
      switch (answer(rung, awaiting, text)) {
        case YES -> {
          return Optional.of(new Answered(task, Verdict.YES));
        }
        case NO -> other = Optional.of(new Answered(task, Verdict.NO));
        case UNCLEAR -> {
          if (Answers.bareYes(text)) {
            other = Optional.of(new Answered(task, Verdict.NAME_IT));
          }
        }
      }
    }
    return other;
  }

  /** Whether words take back what is under way: "never mind". */
  public static boolean takesBack(String text) {
    return Answers.takesBack(text);
  }

  private static void answer(Climb climb, Rung rung, boolean yes) {
    if (yes) {
      climb.dispatch(rung);
    } else {
      climb.move(rung, IntentState.REVOKED);
    }
  }

  private void decide(Climb climb, Rung rung) {
    switch (permission(rung)) {
      case ALLOW -> climb.dispatch(rung);
      case CONFIRM -> climb.ask(rung);
      case DENY -> climb.deny(rung);
    }
  }

  /** Whatever the gate says, what cannot be undone needs a yes. */
  private Permission permission(Rung rung) {
    Permission permission = gate.permits(rung.read().task(), rung.read().reversibility());
    boolean irreversible = rung.read().reversibility() == Reversibility.IRREVERSIBLE;
    return irreversible && permission == Permission.ALLOW ? Permission.CONFIRM : permission;
  }

  private static boolean stops(Climb climb, int turn, Reading reading) {
    if (reading.stop()) {
      climb.haltOnce(turn);
      climb.takeBackAll();
    }
    return reading.stop();
  }

  private static IntentState state(LadderInput.Outcome outcome) {
    return switch (outcome) {
      case DONE -> IntentState.DONE;
      case FAILED -> IntentState.FAILED;
      case CANCELLED -> IntentState.CANCELLED;
    };
  }
}
