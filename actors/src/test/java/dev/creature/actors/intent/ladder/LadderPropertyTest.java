package dev.creature.actors.intent.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.intent.Gate;
import dev.creature.actors.intent.IntentId;
import dev.creature.actors.intent.IntentState;
import dev.creature.actors.intent.Reading;
import dev.creature.actors.intent.Reading.ReadTask;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.Reversibility;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LadderPropertyTest {
  private static final List<String> VERBS = List.of("look", "bring", "pour", "wave", "slice");
  private static final List<String> OBJECTS = List.of("cup", "milk", "bread");

  /** What a receiver of outputs knows, which survives every crash of the ladder. */
  private static final class Receiver {
    final Set<IntentId> dispatched = new HashSet<>();
    final Set<IntentId> saidYes = new HashSet<>();
    final Map<IntentId, IntentState> states = new HashMap<>();

    void take(List<LadderOutput> outputs) {
      for (LadderOutput output : outputs) {
        switch (output) {
          case LadderOutput.Changed(IntentId id, IntentState state, _, _) -> {
            IntentState before = states.put(id, state);
            assertTrue(
                before == null || follows(before, state), id + ": " + before + " to " + state);
          }
          case LadderOutput.Dispatch(IntentId id, _, Reversibility reversibility) -> {
            assertTrue(dispatched.add(id), "dispatched twice: " + id);
            assertTrue(
                reversibility != Reversibility.IRREVERSIBLE || saidYes.contains(id),
                "irreversible before its yes: " + id);
          }
          case LadderOutput.AskFirst(IntentId id, _) -> assertFalse(dispatched.contains(id));
          case LadderOutput.Cancel(IntentId id) -> assertTrue(dispatched.contains(id));
          case LadderOutput.Denied _, LadderOutput.Halt _, LadderOutput.Release _ -> {}
        }
      }
    }

    private static boolean follows(IntentState before, IntentState next) {
      return switch (before) {
        case HYPOTHESIS ->
            EnumSet.of(
                    IntentState.HYPOTHESIS,
                    IntentState.COMMITTED,
                    IntentState.DISPATCHED,
                    IntentState.REVOKED)
                .contains(next);
        case COMMITTED -> EnumSet.of(IntentState.DISPATCHED, IntentState.REVOKED).contains(next);
        case DISPATCHED ->
            EnumSet.of(IntentState.DONE, IntentState.FAILED, IntentState.CANCELLED).contains(next);
        case DONE, FAILED, REVOKED, CANCELLED -> false;
      };
    }
  }

  @Property(tries = 10_000)
  void holdsItsPromisesInAnyInterleaving(@ForAll long seed) {
    Random random = new Random(seed);
    Ladder ladder = new Ladder(Gate.byReversibility());
    LadderState state = LadderState.start(new ConversationId("c"));
    Receiver receiver = new Receiver();
    Set<IntentId> questionHeard = new HashSet<>();
    int turn = 1;
    for (int i = 0; i < 40; i++) {
      LadderInput input = input(random, state, turn);
      if (input instanceof LadderInput.Tapped(IntentId id, boolean yes) && yes) {
        receiver.saidYes.add(id);
      }
      if (input instanceof LadderInput.FinalRead(_, Reading reading)
          && reading.text().startsWith("yes,")) {
        state.rungs().stream()
            .filter(Rung::awaiting)
            .filter(rung ->
                reading.text().contains(rung.read().task().verb())
                    || reading.text().contains(rung.read().task().object().orElse("?")))
            .forEach(rung -> receiver.saidYes.add(rung.intent()));
      }
      if (input instanceof LadderInput.FinalRead(int said, Reading reading)
          && reading.text().equals("yes")) {
        List<Rung> waiting =
            state.rungs().stream().filter(it -> it.turn() != said && it.awaiting()).toList();
        // A bare yes counts behind a question that was heard, where only one deed waits.
        if (waiting.size() == 1 && questionHeard.contains(waiting.getFirst().intent())) {
          receiver.saidYes.add(waiting.getFirst().intent());
        }
      }
      if (input instanceof LadderInput.QuestionHeard(IntentId id)) {
        questionHeard.add(id);
      } else if (input instanceof LadderInput.FinalRead(int said, _)
          && said > state.lastFinalTurn()) {
        questionHeard.clear();
      }
      Ladder.Step step = ladder.step(state, input);
      assertEquals(step, ladder.step(state, input), "a step depends on nothing else");
      if (random.nextInt(8) == 0) {
        // A crash before the step was kept: the same input comes again, to a new ladder.
        ladder = new Ladder(Gate.byReversibility());
        step = ladder.step(state, input);
      }
      state = step.state();
      receiver.take(step.outputs());
      if (input instanceof LadderInput.FinalRead(int ended, _)) {
        turn = Math.max(turn, ended + 1);
        nothingIsLost(state, ended);
      } else if (input instanceof LadderInput.TurnReturned(int again)) {
        turn = again;
      }
      for (Rung rung : state.rungs()) {
        assertEquals(receiver.states.get(rung.intent()), rung.state());
        assertEquals(
            receiver.dispatched.contains(rung.intent()),
            switch (rung.state()) {
              case DISPATCHED, DONE, FAILED, CANCELLED -> true;
              case HYPOTHESIS, COMMITTED, REVOKED -> false;
            });
      }
    }
  }

  /**
   * Once a turn is read to its end, each of its intents is given, waits for its yes, or is over.
   */
  private static void nothingIsLost(LadderState state, int turn) {
    for (Rung rung : state.rungs()) {
      if (rung.turn() == turn) {
        boolean given = rung.state() == IntentState.DISPATCHED || rung.state().isFinal();
        assertTrue(given || rung.awaiting(), () -> "lost: " + rung);
      }
    }
  }

  private static LadderInput input(Random random, LadderState state, int turn) {
    Optional<IntentId> some =
        state.rungs().isEmpty()
            ? Optional.empty()
            : Optional.of(state.rungs().get(random.nextInt(state.rungs().size())).intent());
    return switch (random.nextInt(15)) {
      case 0, 1, 2, 3 -> new LadderInput.PartialRead(turn, reading(random));
      case 4, 5 -> new LadderInput.FinalRead(turn, reading(random));
      case 6 -> new LadderInput.TurnReturned(Math.max(1, turn - 1));
      case 7 -> new LadderInput.Tapped(some.orElse(new IntentId("x")), random.nextBoolean());
      case 8 -> new LadderInput.ConfirmationTimedOut(some.orElse(new IntentId("x")));
      case 9 ->
          new LadderInput.Ended(
              some.orElse(new IntentId("x")),
              List.of(
                      LadderInput.Outcome.DONE,
                      LadderInput.Outcome.FAILED,
                      LadderInput.Outcome.CANCELLED)
                  .get(random.nextInt(3)));
      case 10 ->
          random.nextInt(3) == 0
              ? new LadderInput.StopPressed()
              : new LadderInput.FinalRead(turn, answer(random));
      case 11 -> new LadderInput.QuestionHeard(some.orElse(new IntentId("x")));
      case 12 ->
          new LadderInput.Proposed(
              new IntentId("errand.s" + random.nextInt(5)),
              new ReadTask(
                  new PhysicalTask(
                      "pour",
                      Optional.of("milk"),
                      Optional.empty(),
                      Optional.empty(),
                      new TreeMap<>()),
                  1,
                  Reversibility.IRREVERSIBLE));
      default ->
          new LadderInput.FinalRead(
              turn, Reading.nothing(random.nextBoolean() ? "never mind" : "yes"));
    };
  }

  private static Reading answer(Random random) {
    String words =
        VERBS.get(random.nextInt(VERBS.size()))
            + " the "
            + OBJECTS.get(random.nextInt(OBJECTS.size()));
    return Reading.nothing(random.nextBoolean() ? "yes, " + words : "no, don't " + words);
  }

  private static Reading reading(Random random) {
    if (random.nextInt(10) == 0) {
      return new Reading("stop", List.of(), true, false);
    }
    List<ReadTask> tasks = new ArrayList<>();
    int count = random.nextInt(3);
    for (int i = 0; i < count; i++) {
      int verb = random.nextInt(VERBS.size());
      Reversibility reversibility =
          switch (verb) {
            case 0, 3 -> Reversibility.REVERSIBLE;
            case 1 -> Reversibility.COSTLY;
            default -> Reversibility.IRREVERSIBLE;
          };
      tasks.add(
          new ReadTask(
              new PhysicalTask(
                  VERBS.get(verb),
                  Optional.of(OBJECTS.get(random.nextInt(OBJECTS.size()))),
                  Optional.empty(),
                  Optional.empty(),
                  new TreeMap<>()),
              0.9,
              reversibility));
    }
    return new Reading("words", tasks, false, false);
  }
}
