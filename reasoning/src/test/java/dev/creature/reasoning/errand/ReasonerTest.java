package dev.creature.reasoning.errand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.intent.IntentId;
import dev.creature.models.language.tooluse.ToolMessage;
import dev.creature.models.runtime.ModelFailure;
import dev.creature.reasoning.errand.ReasonerEvent.Ended;
import dev.creature.reasoning.errand.ReasonerEvent.Outcome;
import dev.creature.reasoning.errand.ReasonerEvent.Say;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReasonerTest {
  private static final ActorTestKit KIT = ActorTestKit.create(ManualTime.config());
  private static final ManualTime TIME = ManualTime.get(KIT.system());
  private static final IntentId ONE = new IntentId("c.1.errand");
  private static final IntentId TWO = new IntentId("c.2.errand");

  private final ScriptedModel model = new ScriptedModel();
  private final ScriptedHands hands = new ScriptedHands();
  private final TestProbe<ReasonerEvent> events = KIT.createTestProbe();
  private ActorRef<Reasoner.Command> reasoner = KIT.system().ignoreRef();

  @BeforeEach
  void start() {
    reasoner =
        KIT.spawn(
            Reasoner.create(
                new Reasoner.Wiring(
                    model, hands, request -> "Plan.", Duration.ofSeconds(20), events.ref()::tell)));
  }

  @AfterAll
  static void shutDown() {
    KIT.shutdownTestKit();
  }

  @Test
  void doesOneStepAfterAnotherAndTellsTheModelWhatCameOfEach() throws Exception {
    reasoner.tell(new Reasoner.Begin(ONE, "set the table"));
    next(model.questions).call("plate", "fork");
    ScriptedHands.Begun plate = next(hands.begun);
    assertThat(plate.id()).isEqualTo("c.1.errand.s1");
    assertThat(hands.begun).isEmpty();
    plate.done("the plate is there");
    ScriptedHands.Begun fork = next(hands.begun);
    assertThat(fork.id()).isEqualTo("c.1.errand.s2");
    fork.failed("there is no fork");

    ScriptedModel.Question last = next(model.questions);
    assertThat(last.messages().subList(3, 5))
        .extracting(it -> ((ToolMessage.Result) it).text())
        .satisfiesExactly(
            text -> assertThat(text).contains("the plate is there"),
            text -> assertThat(text).contains("there is no fork"));
    last.say("The plate is there, but I found no fork.");
    events.expectMessage(new Say(ONE, "The plate is there, but I found no fork."));
    events.expectMessage(new Ended(ONE, Outcome.DONE));
    assertThat(next(hands.told)).containsExactly("c.1.errand.s1", "c.1.errand.s2");
  }

  @Test
  void doesNotDoTheSameTwice() throws Exception {
    reasoner.tell(new Reasoner.Begin(ONE, "wave"));
    next(model.questions).call("wave");
    next(hands.begun).done("I waved");
    next(model.questions).call("wave");
    ScriptedModel.Question again = next(model.questions);
    assertThat(((ToolMessage.Result) again.messages().getLast()).text())
        .contains("is not done twice")
        .contains("I waved");
    assertThat(hands.begun).isEmpty();
  }

  @Test
  void supersedesTheStepUnderWayWhenTheUserCorrects() throws Exception {
    reasoner.tell(new Reasoner.Begin(ONE, "set the table for two"));
    next(model.questions).call("plate", "fork");
    ScriptedHands.Begun plate = next(hands.begun);
    reasoner.tell(new Reasoner.Correct("no, for three"));

    ScriptedModel.Question anew = next(model.questions);
    assertThat(next(hands.cancelled)).isEqualTo(plate.id());
    assertThat(anew.messages().getLast()).isEqualTo(new ToolMessage.User("no, for three"));
    plate.done("too late");
    anew.call("plate");
    assertThat(next(hands.begun).id()).isEqualTo("c.1.errand.s2");
    assertThat(model.questions).isEmpty();
  }

  @Test
  void saysNothingMoreOnceItIsCancelled() throws Exception {
    reasoner.tell(new Reasoner.Begin(ONE, "tidy up"));
    reasoner.tell(new Reasoner.Begin(TWO, "set the table"));
    ScriptedModel.Question question = next(model.questions);
    reasoner.tell(Reasoner.CancelAll.INSTANCE);
    events.expectMessage(new Ended(TWO, Outcome.CANCELLED));
    events.expectMessage(new Ended(ONE, Outcome.CANCELLED));
    assertThat(question.answer()).isCancelled();
    events.expectNoMessage();
  }

  @Test
  void aModelThatFailsCostsItsOwnAnswerOnly() throws Exception {
    reasoner.tell(new Reasoner.Begin(ONE, "tidy up"));
    reasoner.tell(new Reasoner.Begin(TWO, "set the table"));
    next(model.questions).answer().completeExceptionally(new ModelFailure("down"));
    events.expectMessage(new Say(ONE, "I'm sorry, I can't work that out just now."));
    events.expectMessage(new Ended(ONE, Outcome.FAILED));
    next(model.questions).say("It is set.");
    events.expectMessage(new Say(TWO, "It is set."));
  }

  @Test
  void claimsNoSuccessThatNoCallBearsOut() throws Exception {
    reasoner.tell(new Reasoner.Begin(ONE, "bring the moon"));
    next(model.questions).call("bring");
    next(hands.begun).failed("there is no moon");
    next(model.questions).say("I have brought you the moon!");
    events.expectMessage(new Say(ONE, "I couldn't do it: there is no moon."));
    events.expectMessage(new Ended(ONE, Outcome.FAILED));
  }

  @Test
  void cutsBabbleToWhatCanBeSaidInABreath() throws Exception {
    reasoner.tell(new Reasoner.Begin(ONE, "hello"));
    next(model.questions).say("**Fine.** " + "I go on and on, and on. ".repeat(40));
    events.expectMessage(new Say(ONE, "Fine. I go on and on, and on."));
  }

  @Test
  void stopsAPlanWithoutEnd() throws Exception {
    reasoner.tell(new Reasoner.Begin(ONE, "go on"));
    for (int round = 0; round < Errand.MOST_ROUNDS; round++) {
      next(model.questions).call("step" + round);
      next(hands.begun).done("fine");
    }
    events.expectMessage(
        new Say(ONE, "That takes more steps than I can keep in mind. I stop here."));
    events.expectMessage(new Ended(ONE, Outcome.FAILED));
  }

  @Test
  void saysThatItIsStillAtItWhenAStepTakesLong() throws Exception {
    reasoner.tell(new Reasoner.Begin(ONE, "tidy up"));
    next(model.questions).call("tidy");
    ScriptedHands.Begun begun = next(hands.begun);
    TIME.timePasses(Duration.ofSeconds(21));
    events.expectMessage(new Say(ONE, "I'm still at it."));
    begun.done("tidy");
    next(model.questions).say("All tidy.");
    events.expectMessage(new Say(ONE, "All tidy."));
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    return Objects.requireNonNull(queue.poll(10, TimeUnit.SECONDS), "nothing came");
  }
}
