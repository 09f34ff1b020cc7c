package dev.creature.actors.intent.ladder;

import dev.creature.actors.intent.IntentId;
import dev.creature.actors.intent.IntentState;
import dev.creature.actors.intent.Reading.ReadTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One step while it is taken: the rungs as they change, and what follows. */
final class Climb {
  private LadderState state;
  private final List<Rung> rungs;
  private int created;
  private final List<LadderOutput> outputs = new ArrayList<>();

  Climb(LadderState state) {
    this.state = state;
    this.rungs = new ArrayList<>(state.rungs());
    this.created = state.created();
  }

  Ladder.Step step() {
    return new Ladder.Step(state.with(rungs, created), outputs);
  }

  void close(int turn) {
    state = state.closed(turn);
  }

  void reopen(int turn) {
    state = state.reopened(turn);
  }

  void haltOnce(int turn) {
    if (state.haltedTurn() != turn) {
      state = state.halted(turn);
      halt();
    }
  }

  void halt() {
    outputs.add(new LadderOutput.Halt());
  }

  void release() {
    outputs.add(new LadderOutput.Release());
  }

  Optional<Rung> find(IntentId intent) {
    return rungs.stream().filter(rung -> rung.intent().equals(intent)).findFirst();
  }

  List<Rung> live(int turn) {
    return rungs.stream().filter(rung -> rung.turn() == turn && !rung.state().isFinal()).toList();
  }

  /** Those of other turns that wait for a yes. */
  List<Rung> awaiting(int turn) {
    return rungs.stream().filter(rung -> rung.turn() != turn && rung.awaiting()).toList();
  }

  /** Brings the intents of a turn in line with what its words ask for now. */
  void align(int turn, List<ReadTask> tasks) {
    for (Rung rung : live(turn)) {
      if (rung.index() > tasks.size()) {
        takeBack(rung);
      }
    }
    for (int index = 1; index <= tasks.size(); index++) {
      ReadTask read = tasks.get(index - 1);
      int place = index;
      Optional<Rung> known =
          rungs.stream()
              .filter(r -> r.turn() == turn && r.index() == place && isKept(r))
              .findFirst();
      if (known.isEmpty()) {
        add(turn, index, read);
      } else if (known.get().read().task().equals(read.task())) {
        put(known.get().seenAgain(read));
      } else if (known.get().state() == IntentState.HYPOTHESIS) {
        Rung revised = known.get().revised(read);
        put(revised);
        tell(revised);
      } else {
        takeBack(known.get());
        add(turn, index, read);
      }
    }
  }

  /**
   * What was done is not done again because its words are read again; what was taken back may be.
   */
  private static boolean isKept(Rung rung) {
    return switch (rung.state()) {
      case HYPOTHESIS, COMMITTED, DISPATCHED, DONE, FAILED -> true;
      case REVOKED, CANCELLED -> false;
    };
  }

  private void add(int turn, int index, ReadTask read) {
    created++;
    IntentId id = new IntentId(state.conversation() + "." + turn + "." + index + "." + created);
    Rung rung = new Rung(id, turn, index, read, IntentState.HYPOTHESIS, 1, false, false);
    rungs.add(rung);
    tell(rung);
  }

  Rung move(Rung rung, IntentState next) {
    Rung moved = rung.at(next);
    put(moved);
    tell(moved);
    return moved;
  }

  void dispatch(Rung rung) {
    Rung given = move(rung, IntentState.DISPATCHED);
    outputs.add(
        new LadderOutput.Dispatch(
            given.intent(), given.read().task(), given.read().reversibility()));
  }

  void ask(Rung rung) {
    put(rung.asking());
    outputs.add(new LadderOutput.AskFirst(rung.intent(), rung.read().task()));
  }

  /** A deed that nobody's words asked for, but that waits for the user's yes. */
  void propose(IntentId intent, ReadTask read) {
    Rung rung =
        new Rung(intent, state.lastFinalTurn(), 0, read, IntentState.COMMITTED, 1, false, false);
    rungs.add(rung);
    tell(rung);
    ask(rung);
  }

  void heard(Rung rung, boolean question) {
    put(rung.heard(question));
  }

  void deny(Rung rung) {
    outputs.add(new LadderOutput.Denied(rung.intent(), rung.read().task()));
    move(rung, IntentState.REVOKED);
  }

  void takeBackAll() {
    for (Rung rung : List.copyOf(rungs)) {
      takeBack(rung);
    }
  }

  private void takeBack(Rung rung) {
    switch (rung.state()) {
      case HYPOTHESIS, COMMITTED -> move(rung, IntentState.REVOKED);
      case DISPATCHED -> {
        outputs.add(new LadderOutput.Cancel(rung.intent()));
        move(rung, IntentState.CANCELLED);
      }
      case DONE, FAILED, REVOKED, CANCELLED -> {}
    }
  }

  private void put(Rung changed) {
    rungs.replaceAll(rung -> rung.intent().equals(changed.intent()) ? changed : rung);
  }

  private void tell(Rung rung) {
    outputs.add(
        new LadderOutput.Changed(
            rung.intent(), rung.state(), rung.read().task(), rung.read().confidence()));
  }
}
