package dev.creature.actors.intent.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationEvent.IntentChanged;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.intent.Gate;
import dev.creature.actors.intent.IntentId;
import dev.creature.actors.intent.IntentState;
import dev.creature.actors.intent.Permission;
import dev.creature.actors.intent.audit.Finding;
import dev.creature.actors.intent.grammar.IntentGrammar;
import dev.creature.actors.intent.ladder.LadderInput;
import dev.creature.actors.intent.ladder.LadderOutput;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.Reversibility;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.FishingOutcomes;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class IntentTapTest {
  private static final ActorTestKit KIT = ActorTestKit.create(ManualTime.config());
  private static final ManualTime TIME = ManualTime.get(KIT.system());
  private static final Duration WAIT = Duration.ofSeconds(20);
  private static final IntentGrammar GRAMMAR = new IntentGrammar();

  private final TestProbe<ConversationEvent> events = KIT.createTestProbe();
  private final TestProbe<TapRequest> requests = KIT.createTestProbe();
  private final TapMemory memory = new TapMemory(new ConversationId("test"));
  private final AtomicLong clock = new AtomicLong();
  private final AtomicBoolean gateFails = new AtomicBoolean();
  private final AtomicBoolean clockFails = new AtomicBoolean();
  private final ActorRef<IntentTap.Command> tap =
      KIT.spawn(
          IntentTap.create(
              new IntentTap.Wiring(
                  GRAMMAR, this::gate, memory, this::now, WAIT, events.ref(), requests.ref())));

  @AfterAll
  static void shutDown() {
    KIT.shutdownTestKit();
  }

  private Permission gate(PhysicalTask task, Reversibility reversibility) {
    if (gateFails.compareAndSet(true, false)) {
      throw new IllegalStateException("the gate is meant to fail once");
    }
    return Gate.byReversibility().permits(task, reversibility);
  }

  private long now() {
    if (clockFails.compareAndSet(true, false)) {
      throw new IllegalStateException("the clock is meant to fail once");
    }
    return clock.addAndGet(20);
  }

  private void hear(String words) {
    tap.tell(new IntentTap.Observed(new ConversationEvent.UserPartial(0, words, 0)));
  }

  private void hearWhole(int turn, String words) {
    tap.tell(new IntentTap.Observed(new ConversationEvent.UserFinal(0, turn, words)));
  }

  private void say(int turn, String words) {
    tap.tell(new IntentTap.Observed(new ConversationEvent.ReplyToken(0, turn, words)));
    tap.tell(new IntentTap.Observed(new ConversationEvent.ReplyAudioEnded(0, turn, words, false)));
  }

  private IntentChanged changed(IntentState state) {
    IntentChanged event = events.expectMessageClass(IntentChanged.class);
    assertEquals(state, event.state());
    return event;
  }

  private <T extends LadderOutput> T act(Class<T> kind) {
    return assertInstanceOf(kind, requests.expectMessageClass(TapRequest.Act.class).output());
  }

  @Test
  void tellsAHypothesisWhileTheWordsAreSpoken() {
    hear("bring me the cup");

    assertEquals("bring", changed(IntentState.HYPOTHESIS).task().verb());
    requests.expectNoMessage(Duration.ZERO);
  }

  @Test
  void commitsAndDispatchesOnceWhenTheTurnEnds() {
    hear("bring");
    hear("bring me the cup");
    hearWhole(1, "Bring me the cup.");
    hearWhole(1, "Bring me the cup.");

    IntentId intent = changed(IntentState.HYPOTHESIS).intent();
    assertEquals(intent, changed(IntentState.COMMITTED).intent());
    assertEquals(intent, changed(IntentState.DISPATCHED).intent());
    assertEquals(intent, act(LadderOutput.Dispatch.class).intent());
    tap.tell(new IntentTap.Ended(intent, LadderInput.Outcome.DONE));
    changed(IntentState.DONE);
    requests.expectNoMessage(Duration.ZERO);
  }

  @Test
  void haltsAtAStopWordThatIsStillBeingSpoken() {
    hear("stop");

    act(LadderOutput.Halt.class);
  }

  @Test
  void haltsAndTakesBackWhenStopIsPressed() {
    hearWhole(1, "go to the kitchen");
    IntentId intent = act(LadderOutput.Dispatch.class).intent();
    tap.tell(IntentTap.StopPressed.INSTANCE);

    act(LadderOutput.Halt.class);
    assertEquals(intent, act(LadderOutput.Cancel.class).intent());
  }

  @Test
  void asksBeforeWhatCannotBeUndoneAndTakesSilenceForNo() {
    hearWhole(1, "pour the milk into the sink");
    IntentId asked = act(LadderOutput.AskFirst.class).intent();
    changed(IntentState.HYPOTHESIS);
    changed(IntentState.COMMITTED);

    TIME.timePasses(WAIT.minusMillis(1));
    events.expectNoMessage(Duration.ZERO);
    TIME.timePasses(Duration.ofMillis(1));
    assertEquals(asked, changed(IntentState.REVOKED).intent());
    requests.expectNoMessage(Duration.ZERO);
  }

  @Test
  void dispatchesAfterAYesThatNamesTheDeed() {
    hearWhole(1, "pour the milk into the sink");
    IntentId asked = act(LadderOutput.AskFirst.class).intent();
    hearWhole(2, "yes, pour the milk");

    assertEquals(asked, act(LadderOutput.Dispatch.class).intent());
  }

  @Test
  void keepsItsMemoryWhenItStartsAgain() {
    hearWhole(1, "go to the kitchen");
    IntentId first = act(LadderOutput.Dispatch.class).intent();
    gateFails.set(true);
    hearWhole(2, "open the door");
    hearWhole(3, "close the window");

    assertEquals("close", act(LadderOutput.Dispatch.class).task().verb());
    tap.tell(new IntentTap.Tapped(first, true));
    tap.tell(IntentTap.StopPressed.INSTANCE);
    act(LadderOutput.Halt.class);
    assertEquals(first, act(LadderOutput.Cancel.class).intent());
  }

  @Test
  void tellsAgainWhatItHadPerhapsNotTold() {
    clockFails.set(true);
    hearWhole(1, "go to the kitchen");

    assertEquals("go", act(LadderOutput.Dispatch.class).task().verb());
    changed(IntentState.HYPOTHESIS);
    changed(IntentState.COMMITTED);
    changed(IntentState.DISPATCHED);
  }

  @Test
  void stillTakesSilenceForNoWhenItHasStartedAgain() {
    hearWhole(1, "pour the milk into the sink");
    IntentId asked = act(LadderOutput.AskFirst.class).intent();
    changed(IntentState.HYPOTHESIS);
    changed(IntentState.COMMITTED);
    gateFails.set(true);
    hearWhole(2, "go to the kitchen");
    hearWhole(3, "close the window");
    act(LadderOutput.Dispatch.class);
    changed(IntentState.HYPOTHESIS);
    changed(IntentState.COMMITTED);
    changed(IntentState.DISPATCHED);

    TIME.timePasses(WAIT);
    assertEquals(asked, changed(IntentState.REVOKED).intent());
  }

  @Test
  void mendsAPromiseThatNobodyAskedFor() {
    say(1, "Sure. I'll bring you the cup.");

    TapRequest.Mend mend = requests.expectMessageClass(TapRequest.Mend.class);
    assertEquals(1, mend.turn());
    assertEquals("bring", assertInstanceOf(Finding.Repair.class, mend.finding()).promise().verb());
  }

  @Test
  void leavesAPromiseAloneThatWasAskedFor() {
    hearWhole(1, "bring me the cup");
    act(LadderOutput.Dispatch.class);
    say(1, "I'll bring you the cup.");
    hearWhole(2, "go to the kitchen");

    assertEquals("go", act(LadderOutput.Dispatch.class).task().verb());
  }

  @Test
  void readsATurnAgainThatGoesOn() {
    hearWhole(1, "bring me the cup");
    IntentId first = act(LadderOutput.Dispatch.class).intent();
    tap.tell(new IntentTap.Observed(new ConversationEvent.TurnReturned(0, 1)));
    hearWhole(1, "bring me the cup and the plate");

    assertEquals(first, act(LadderOutput.Cancel.class).intent());
    assertTrue(act(LadderOutput.Dispatch.class).task().object().orElseThrow().contains("plate"));
  }

  @Test
  void leavesAPromiseAloneWhoseTaskFailedWhileItWasSpoken() {
    hearWhole(1, "Bring me the banana.");
    IntentId intent = act(LadderOutput.Dispatch.class).intent();
    tap.tell(new IntentTap.Ended(intent, LadderInput.Outcome.FAILED));
    say(1, "Sure. I'll bring you the banana.");
    say(2, "I'll wash the car.");

    Finding second = requests.expectMessageClass(TapRequest.Mend.class).finding();
    assertEquals("I'll wash the car.", second.words());
  }

  @Test
  void believesAnOutcomeThatItWasGivenToTell() {
    tap.tell(new IntentTap.Given("I have found the knife: it is on the kitchen counter."));
    say(1, "Well. I have found the knife: it is on the kitchen counter.");
    say(2, "I've found the knife.");

    Finding second = requests.expectMessageClass(TapRequest.Mend.class).finding();
    assertEquals("I've found the knife.", second.words());
    requests.expectNoMessage(Duration.ZERO);
  }

  @Test
  void believesAnOutcomeThatWasBrokenOff() {
    tap.tell(new IntentTap.Given("I have found the knife: it is on the kitchen counter."));
    tap.tell(
        new IntentTap.Observed(
            new ConversationEvent.ReplyAudioEnded(0, 1, "I have found the knife", true)));

    requests.expectNoMessage();
  }

  @Test
  void believesAnOutcomeThatItWasGivenBeforeItFailed() {
    tap.tell(new IntentTap.Given("I have found the knife."));
    gateFails.set(true);
    hearWhole(1, "Go to the kitchen.");
    say(2, "I have found the knife.");
    say(3, "I have found the spoon.");

    Finding only =
        requests
            .fishForMessage(
                Duration.ofSeconds(3),
                it ->
                    it instanceof TapRequest.Mend
                        ? FishingOutcomes.complete()
                        : FishingOutcomes.continueAndIgnore())
            .stream()
            .map(TapRequest.Mend.class::cast)
            .findFirst()
            .orElseThrow()
            .finding();
    assertEquals("I have found the spoon.", only.words());
  }
}
