package dev.creature.deploy.node;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.intent.IntentId;
import dev.creature.actors.intent.IntentState;
import dev.creature.actors.intent.Reading;
import dev.creature.actors.intent.Reading.ReadTask;
import dev.creature.actors.intent.ladder.Ladder;
import dev.creature.actors.intent.tap.IntentTap;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.Reversibility;
import dev.creature.models.language.tooluse.ToolMessage;
import dev.creature.reasoning.errand.Goals;
import dev.creature.reasoning.errand.Reasoner;
import dev.creature.reasoning.errand.ReasonerEvent;
import dev.creature.reasoning.memory.Told;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/**
 * The errands of one conversation: what of its words is for the reasoner, what the reasoner says,
 * and what it needs the user's yes for. Belongs to {@link ConversationDeeds} and is called by it
 * alone.
 */
final class Errands {
  private static final Duration BUSY_WORD = Duration.ofSeconds(25);

  /** A step of an errand wants the user's yes. */
  record Asked(IntentId call, ReadTask deed, CompletableFuture<Boolean> answer) {}

  /**
   * What errands work with.
   *
   * @param thoughts told what the reasoner tells, on its thread
   * @param questions told what needs a yes, on any thread
   */
  record Wiring(
      ConversationId conversation,
      Deeds deeds,
      ConversationDeeds.Voice voice,
      Talk talk,
      ActorRef<IntentTap.Command> tap,
      Consumer<ReasonerEvent> thoughts,
      Consumer<Asked> questions) {}

  private final Wiring wiring;
  private final ActorRef<Reasoner.Command> reasoner;
  private final Map<IntentId, CompletableFuture<Boolean>> questions = new HashMap<>();

  Errands(ActorContext<?> context, Wiring wiring) {
    this.wiring = wiring;
    Deeds deeds = wiring.deeds();
    ErrandHands hands = new ErrandHands(context.getSystem(), deeds, origin(), this::ask);
    SlowThinking thinking = deeds.thinking();
    deeds.memory().refresh();
    thinking
        .model()
        .prepare(
            List.of(new ToolMessage.Instructions(thinking.instructions(List.of()))),
            hands.offers());
    this.reasoner =
        context.spawn(
            Reasoner.create(
                new Reasoner.Wiring(
                    thinking.model(),
                    hands,
                    request -> thinking.instructions(deeds.memory().relevant(request)),
                    BUSY_WORD,
                    wiring.thoughts())),
            "reasoner");
  }

  /** Where the tasks of errands come from: their outcomes are told by the reasoner. */
  String origin() {
    return wiring.conversation().value() + ".errand";
  }

  /** The words of a turn that counts: for the reasoner, or for the tap. */
  void heard(ConversationEvent.UserFinal whole) {
    Reading reading = wiring.deeds().grammar().read(whole.text());
    Optional<Talk.UnderWay> underWay = wiring.talk().errand();
    Optional<Told> told = Told.in(whole.text()).filter(it -> DeedWords.isForMemory(it, reading));
    if (told.isPresent()) {
      wiring.deeds().memory().told(told.get());
      // Whatever the grammar makes of it: nothing is to be done.
      observe(new ConversationEvent.UserFinal(whole.atMillis(), whole.turn(), ""));
      return;
    }
    boolean answers = Ladder.preview(wiring.talk().ladder(), whole.text()).isPresent();
    if (!answers && Goals.asks(reading, wiring.deeds().thinking().open())) {
      // The tap sees a turn without a task, and takes back what it made of its beginning.
      observe(new ConversationEvent.UserFinal(whole.atMillis(), whole.turn(), ""));
      begin(whole, underWay);
      return;
    }
    observe(whole);
    if (underWay.isPresent() && Ladder.takesBack(whole.text())) {
      cancelAll();
    } else if (underWay.isPresent() && !answers && Goals.corrects(reading)) {
      reasoner.tell(new Reasoner.Correct(whole.text()));
    }
  }

  private void observe(ConversationEvent event) {
    wiring.tap().tell(new IntentTap.Observed(event));
  }

  private void begin(ConversationEvent.UserFinal whole, Optional<Talk.UnderWay> underWay) {
    if (wiring.deeds().reflex().isStopped()) {
      return;
    }
    if (underWay.filter(it -> Goals.alike(it.request(), whole.text())).isPresent()) {
      reasoner.tell(new Reasoner.Correct(whole.text()));
      return;
    }
    IntentId id = new IntentId(wiring.conversation().value() + "." + whole.turn() + ".errand");
    wiring.talk().begins(new Talk.UnderWay(id, whole.text()));
    show(id, IntentState.DISPATCHED, whole.text());
    reasoner.tell(new Reasoner.Begin(id, whole.text()));
  }

  /** Ends all errands, without a word. */
  void cancelAll() {
    reasoner.tell(Reasoner.CancelAll.INSTANCE);
  }

  /** What the reasoner tells. */
  void thought(ReasonerEvent event) {
    switch (event) {
      case ReasonerEvent.Say(_, String words) -> wiring.voice().tell().accept(words);
      case ReasonerEvent.Ended(IntentId errand, ReasonerEvent.Outcome outcome) -> {
        String request = wiring.talk().ended(errand).map(Talk.UnderWay::request).orElse("");
        if (outcome != ReasonerEvent.Outcome.CANCELLED) {
          wiring.deeds().memory().ended(request, outcome == ReasonerEvent.Outcome.DONE);
        }
        show(
            errand,
            switch (outcome) {
              case DONE -> IntentState.DONE;
              case FAILED -> IntentState.FAILED;
              case CANCELLED -> IntentState.CANCELLED;
            },
            request);
      }
    }
  }

  private CompletionStage<Boolean> ask(
      String call, PhysicalTask task, Reversibility reversibility) {
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    wiring
        .questions()
        .accept(new Asked(new IntentId(call), new ReadTask(task, 1, reversibility), answer));
    return answer;
  }

  /** Puts a question on the ladder: from there a yes or a no to it comes as to any deed. */
  void asked(Asked question) {
    questions.put(question.call(), question.answer());
    wiring.tap().tell(new IntentTap.Propose(question.call(), question.deed()));
  }

  /** Whether this is a question of the reasoner, to be spoken. */
  boolean asks(IntentId intent) {
    return questions.containsKey(intent);
  }

  /** Whether that was a yes to the reasoner. */
  boolean yes(IntentId intent) {
    return answer(intent, true);
  }

  /** A deed that got no yes is not done. */
  void climbed(IntentId intent, IntentState state) {
    if (state == IntentState.REVOKED) {
      boolean _ = answer(intent, false);
    }
  }

  private boolean answer(IntentId intent, boolean yes) {
    Optional<CompletableFuture<Boolean>> waiting = Optional.ofNullable(questions.remove(intent));
    waiting.ifPresent(it -> it.complete(yes));
    return waiting.isPresent();
  }

  private void show(IntentId errand, IntentState state, String request) {
    PhysicalTask plan =
        new PhysicalTask(
            "plan",
            Optional.of(request).filter(it -> !it.isBlank()),
            Optional.empty(),
            Optional.empty(),
            new TreeMap<>());
    wiring
        .voice()
        .events()
        .accept(
            new ConversationEvent.IntentChanged(
                wiring.voice().atMillis().getAsLong(), errand, state, plan, 1));
  }
}
