package dev.creature.actors.intent.tap;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.intent.Gate;
import dev.creature.actors.intent.IntentId;
import dev.creature.actors.intent.IntentState;
import dev.creature.actors.intent.Promise;
import dev.creature.actors.intent.Reading;
import dev.creature.actors.intent.audit.Finding;
import dev.creature.actors.intent.audit.SayDoAuditor;
import dev.creature.actors.intent.grammar.IntentGrammar;
import dev.creature.actors.intent.ladder.Ladder;
import dev.creature.actors.intent.ladder.LadderInput;
import dev.creature.actors.intent.ladder.LadderOutput;
import dev.creature.actors.intent.ladder.LadderState;
import dev.creature.actors.intent.ladder.Rung;
import dev.creature.actors.task.PhysicalTask;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * Reads copies of what is said and has intents climb their ladder.
 *
 * <p>It is told, and never asked: no part of the voice waits for it. A message costs one reading of
 * at most 400 words. When it fails it starts again, with the ladder as it was before the message
 * that it failed at, and tells again what it had perhaps not told.
 */
public final class IntentTap extends AbstractBehavior<IntentTap.Command> {
  private static final int MOST_REPLY_CHARACTERS = 4_000;

  /** What it is told. */
  public sealed interface Command {}

  /** A copy of an event of the conversation. Those that carry no words are ignored. */
  public record Observed(ConversationEvent event) implements Command {}

  /** What became of an intent that was dispatched. */
  public record Ended(IntentId intent, LadderInput.Outcome outcome) implements Command {}

  /** The user tapped yes or no at an intent that waits. */
  public record Tapped(IntentId intent, boolean yes) implements Command {}

  /** A deed that needs the user's yes, and that the reasoner wants done. */
  public record Propose(IntentId intent, Reading.ReadTask read) implements Command {}

  /**
   * Words that the creature was given to say: they report a result, and are no claim of its own.
   */
  public record Given(String words) implements Command {}

  /** The stop button. */
  public enum StopPressed implements Command {
    INSTANCE
  }

  private record Unanswered(IntentId intent) implements Command {}

  /**
   * What a tap works with.
   *
   * @param atMillis the conversation's sample clock
   * @param confirmationWait after which an unanswered question is taken for a no
   * @param events told {@link ConversationEvent.IntentChanged}
   * @param requests told what is to be done
   */
  public record Wiring(
      IntentGrammar grammar,
      Gate gate,
      TapMemory memory,
      LongSupplier atMillis,
      Duration confirmationWait,
      ActorRef<ConversationEvent> events,
      ActorRef<TapRequest> requests) {}

  private final Wiring wiring;
  private final Ladder ladder;
  private final SayDoAuditor auditor;
  private final TimerScheduler<Command> timers;
  private final StringBuilder reply = new StringBuilder();
  private int replyTurn;

  private IntentTap(ActorContext<Command> context, TimerScheduler<Command> timers, Wiring wiring) {
    super(context);
    this.wiring = wiring;
    this.timers = timers;
    this.ladder = new Ladder(wiring.gate());
    this.auditor = new SayDoAuditor(wiring.grammar());
    // A restart has lost the timers, but not the questions.
    wiring.memory().state().rungs().stream()
        .filter(Rung::awaiting)
        .map(Rung::intent)
        .forEach(this::awaitAnswer);
    tell();
  }

  /** A tap that starts again when it fails. */
  public static Behavior<Command> create(Wiring wiring) {
    Behavior<Command> tap =
        Behaviors.setup(
            context -> Behaviors.withTimers(timers -> new IntentTap(context, timers, wiring)));
    return Behaviors.supervise(tap).onFailure(SupervisorStrategy.restart());
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Observed.class, observed -> observe(observed.event()))
        .onMessage(Ended.class, e -> step(new LadderInput.Ended(e.intent(), e.outcome())))
        .onMessage(Tapped.class, t -> step(new LadderInput.Tapped(t.intent(), t.yes())))
        .onMessage(Propose.class, p -> step(new LadderInput.Proposed(p.intent(), p.read())))
        .onMessage(
            Given.class,
            given -> {
              wiring.memory().given(letters(given.words()));
              return this;
            })
        .onMessage(Unanswered.class, u -> step(new LadderInput.ConfirmationTimedOut(u.intent())))
        .onMessage(StopPressed.class, _ -> step(new LadderInput.StopPressed()))
        .build();
  }

  private Behavior<Command> observe(ConversationEvent event) {
    TapMemory memory = wiring.memory();
    return switch (event) {
      case ConversationEvent.UserPartial partial ->
          step(
              new LadderInput.PartialRead(
                  memory.turn(), wiring.grammar().read(partial.text(), given())));
      case ConversationEvent.UserFinal whole -> {
        memory.turn(whole.turn() + 1);
        yield step(
            new LadderInput.FinalRead(whole.turn(), wiring.grammar().read(whole.text(), given())));
      }
      case ConversationEvent.TurnReturned returned -> {
        memory.turn(returned.turn());
        reply.setLength(0);
        yield step(new LadderInput.TurnReturned(returned.turn()));
      }
      case ConversationEvent.ReplyToken token -> {
        if (token.turn() != replyTurn) {
          reply.setLength(0);
          replyTurn = token.turn();
        }
        if (reply.length() < MOST_REPLY_CHARACTERS) {
          reply.append(token.text());
        }
        yield this;
      }
      case ConversationEvent.ReplyAudioEnded ended -> {
        audit(ended);
        yield this;
      }
      case ConversationEvent _ -> this;
    };
  }

  /** Only what was heard is a promise. */
  private void audit(ConversationEvent.ReplyAudioEnded ended) {
    String said = ended.interrupted() || reply.isEmpty() ? ended.heard() : reply.toString();
    reply.setLength(0);
    hearQuestions(said);
    for (Finding finding :
        auditor.audit(said, tasks(IntentTap::isTakenOn), tasks(IntentTap::isDone))) {
      if (!wiring.memory().wasGiven(letters(finding.words()))) {
        wiring.requests().tell(new TapRequest.Mend(ended.turn(), finding));
      }
    }
  }

  /** A yes right behind the question needs no name: the question has named the deed. */
  private void hearQuestions(String said) {
    String heard = letters(said);
    wiring.memory().state().rungs().stream()
        .filter(Rung::awaiting)
        .filter(rung ->
            Promise.question(rung.read().task())
                .filter(it -> heard.contains(letters(it)))
                .isPresent())
        .map(Rung::intent)
        .forEach(intent -> step(new LadderInput.QuestionHeard(intent)));
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private List<PhysicalTask> given() {
    return wiring.memory().state().given();
  }

  private List<PhysicalTask> tasks(Predicate<Rung> which) {
    return wiring.memory().state().rungs().stream()
        .filter(which)
        .map((Rung rung) -> rung.read().task())
        .toList();
  }

  private static boolean isDone(Rung rung) {
    return rung.state() == IntentState.DONE;
  }

  /** A promise was kept as well as could be where its task failed before the words were heard. */
  private static boolean isTakenOn(Rung rung) {
    return !isDone(rung) && rung.state() != IntentState.REVOKED;
  }

  private Behavior<Command> step(LadderInput input) {
    LadderState before = wiring.memory().state();
    Ladder.Step step = ladder.step(before, input);
    wiring.memory().keep(step.state(), step.outputs());
    tell();
    return this;
  }

  private void awaitAnswer(IntentId intent) {
    timers.startSingleTimer(intent, new Unanswered(intent), wiring.confirmationWait());
  }

  private void tell() {
    for (LadderOutput output : wiring.memory().untold()) {
      switch (output) {
        case LadderOutput.Changed(var intent, var state, var task, double confidence) -> {
          if (state.isFinal() || state == IntentState.DISPATCHED) {
            timers.cancel(intent);
          }
          wiring
              .events()
              .tell(
                  new ConversationEvent.IntentChanged(
                      wiring.atMillis().getAsLong(), intent, state, task, confidence));
        }
        case LadderOutput.AskFirst ask -> {
          awaitAnswer(ask.intent());
          wiring.requests().tell(new TapRequest.Act(ask));
        }
        case LadderOutput.Dispatch _,
            LadderOutput.Denied _,
            LadderOutput.Cancel _,
            LadderOutput.Halt _,
            LadderOutput.Release _ ->
            wiring.requests().tell(new TapRequest.Act(output));
      }
    }
    wiring.memory().told();
  }
}
