package dev.creature.reasoning.errand;

import dev.creature.actors.intent.IntentId;
import dev.creature.models.language.tooluse.ToolAnswer;
import dev.creature.models.language.tooluse.ToolCall;
import dev.creature.models.language.tooluse.ToolModel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * Does errands that take more than one step, one after another: asks a model for the next step, has
 * it done, tells the model what came of it, and tells the user at the end.
 *
 * <p>Nobody waits for it. A model that is slow, down, or talks nonsense costs its own answer: the
 * errand ends with words that say so. At most {@link #MOST_WAITING} errands wait; one more is
 * refused in words. A correction takes back the step that is under way and plans again with all
 * that is known; what comes late of the step before is dropped by its number.
 */
public final class Reasoner {
  static final int MOST_WAITING = 4;

  /** What it is told. */
  public sealed interface Command {}

  /** Do this, in the user's words. The same id again asks for nothing new. */
  public record Begin(IntentId errand, String request) implements Command {}

  /** The user says otherwise what the errand under way is to be; without one, nothing. */
  public record Correct(String words) implements Command {}

  /** Do it no more, and say nothing of it. */
  public record Cancel(IntentId errand) implements Command {}

  /** Do nothing any more. */
  public enum CancelAll implements Command {
    INSTANCE
  }

  private record Thought(long step, Optional<ToolAnswer> answer, String failure)
      implements Command {}

  private record Acted(long step, ToolCall call, Hands.Deed deed) implements Command {}

  private record StillBusy(long step) implements Command {}

  /**
   * What a reasoner works with.
   *
   * @param model plans
   * @param hands have it done
   * @param instructions by the request: what the model is told first, who it is, what is where now,
   *     and what is remembered
   * @param sayBusyAfter after this time without a word the user hears that it still works
   * @param events told what is to be said and what has ended; must return quickly
   */
  public record Wiring(
      ToolModel model,
      Hands hands,
      UnaryOperator<String> instructions,
      Duration sayBusyAfter,
      Consumer<ReasonerEvent> events) {}

  private final Wiring wiring;
  private final ActorContext<Command> context;
  private final TimerScheduler<Command> timers;
  private final Deque<Begin> waiting = new ArrayDeque<>();
  private Optional<Errand> current = Optional.empty();
  private Optional<ToolModel.Asking> asking = Optional.empty();
  private Optional<Hands.Doing> doing = Optional.empty();
  private long step;

  private Reasoner(ActorContext<Command> context, TimerScheduler<Command> timers, Wiring wiring) {
    this.context = context;
    this.timers = timers;
    this.wiring = wiring;
  }

  /** A reasoner; ends with whoever spawned it, and takes back what is under way. */
  public static Behavior<Command> create(Wiring wiring) {
    return Behaviors.setup(
        context -> Behaviors.withTimers(timers -> new Reasoner(context, timers, wiring).running()));
  }

  private Behavior<Command> running() {
    return Behaviors.receive(Command.class)
        .onMessage(Begin.class, this::begin)
        .onMessage(Correct.class, this::correct)
        .onMessage(Cancel.class, this::cancel)
        .onMessage(CancelAll.class, _ -> cancelAll())
        .onMessage(Thought.class, this::thought)
        .onMessage(Acted.class, this::acted)
        .onMessage(StillBusy.class, this::stillBusy)
        .onSignal(
            PostStop.class,
            _ -> {
              takeBackStep();
              return Behaviors.same();
            })
        .build();
  }

  private Behavior<Command> begin(Begin command) {
    boolean known =
        current.filter(it -> it.id().equals(command.errand())).isPresent()
            || waiting.stream().anyMatch(it -> it.errand().equals(command.errand()));
    if (known) {
      return Behaviors.same();
    }
    if (waiting.size() >= MOST_WAITING) {
      say(command.errand(), "I have too much to think about already.");
      tell(new ReasonerEvent.Ended(command.errand(), ReasonerEvent.Outcome.FAILED));
      return Behaviors.same();
    }
    waiting.add(command);
    startNext();
    return Behaviors.same();
  }

  private void startNext() {
    if (current.isPresent() || waiting.isEmpty()) {
      return;
    }
    Begin next = waiting.remove();
    think(Errand.begin(next.errand(), wiring.instructions().apply(next.request()), next.request()));
  }

  private Behavior<Command> correct(Correct command) {
    current.ifPresent(errand -> {
      takeBackStep();
      think(errand.corrected(command.words()));
    });
    return Behaviors.same();
  }

  private Behavior<Command> cancel(Cancel command) {
    if (waiting.removeIf(it -> it.errand().equals(command.errand()))) {
      tell(new ReasonerEvent.Ended(command.errand(), ReasonerEvent.Outcome.CANCELLED));
    }
    current
        .filter(it -> it.id().equals(command.errand()))
        .ifPresent(errand -> {
          takeBackStep();
          end(errand, ReasonerEvent.Outcome.CANCELLED);
        });
    return Behaviors.same();
  }

  private Behavior<Command> cancelAll() {
    while (!waiting.isEmpty()) {
      tell(new ReasonerEvent.Ended(waiting.remove().errand(), ReasonerEvent.Outcome.CANCELLED));
    }
    current.ifPresent(errand -> {
      takeBackStep();
      end(errand, ReasonerEvent.Outcome.CANCELLED);
    });
    return Behaviors.same();
  }

  /** Whatever comes of the step that was under way comes too late now. */
  private void takeBackStep() {
    step++;
    asking.ifPresent(ToolModel.Asking::cancel);
    doing.ifPresent(Hands.Doing::cancel);
    asking = Optional.empty();
    doing = Optional.empty();
    timers.cancel("busy");
  }

  private void think(Errand errand) {
    current = Optional.of(errand);
    long now = ++step;
    timers.startSingleTimer("busy", new StillBusy(now), wiring.sayBusyAfter());
    try {
      ToolModel.Asking asked =
          wiring.model().ask(errand.id().value(), errand.messages(), wiring.hands().offers());
      asking = Optional.of(asked);
      context.pipeToSelf(
          asked.answer(),
          (answer, failure) ->
              new Thought(now, Optional.ofNullable(answer), String.valueOf(failure)));
    } catch (RuntimeException failed) {
      context.getSelf().tell(new Thought(now, Optional.empty(), failed.toString()));
    }
  }

  private Behavior<Command> thought(Thought thought) {
    if (thought.step() != step || current.isEmpty()) {
      return Behaviors.same();
    }
    asking = Optional.empty();
    if (thought.answer().isEmpty()) {
      context.getLog().warn("an errand could not be planned: {}", thought.failure());
      proceed(NextStep.unplanned(current.get()));
      return Behaviors.same();
    }
    proceed(NextStep.of(current.get().answered(thought.answer().get())));
    return Behaviors.same();
  }

  private void proceed(NextStep next) {
    switch (next) {
      case NextStep.Act(Errand errand, ToolCall call) -> act(errand, call);
      case NextStep.Think(Errand errand) -> think(errand);
      case NextStep.End(Errand errand, String words, ReasonerEvent.Outcome outcome) -> {
        say(errand.id(), words);
        end(errand, outcome);
      }
    }
  }

  private void act(Errand errand, ToolCall call) {
    String id = errand.nextCallId();
    current = Optional.of(errand.begins(id));
    long now = ++step;
    Hands.Doing begun = wiring.hands().begin(id, call);
    doing = Optional.of(begun);
    timers.startSingleTimer("busy", new StillBusy(now), wiring.sayBusyAfter());
    context.pipeToSelf(
        begun.result(),
        (deed, failure) ->
            new Acted(
                now,
                call,
                Optional.ofNullable(deed)
                    .orElseGet(
                        () -> new Hands.Deed(false, "it failed: " + failure, "it went wrong"))));
  }

  private Behavior<Command> acted(Acted acted) {
    if (acted.step() == step && current.isPresent()) {
      doing = Optional.empty();
      proceed(NextStep.of(current.get().over(acted.call(), acted.deed())));
    }
    return Behaviors.same();
  }

  private Behavior<Command> stillBusy(StillBusy busy) {
    if (busy.step() == step) {
      current.ifPresent(errand ->
          say(
              errand.id(),
              errand.begun().isEmpty() ? "I'm still thinking about it." : "I'm still at it."));
    }
    return Behaviors.same();
  }

  private void end(Errand errand, ReasonerEvent.Outcome outcome) {
    timers.cancel("busy");
    step++;
    current = Optional.empty();
    wiring.model().forget(errand.id().value());
    wiring.hands().told(errand.begun());
    tell(new ReasonerEvent.Ended(errand.id(), outcome));
    startNext();
  }

  private void say(IntentId errand, String words) {
    tell(new ReasonerEvent.Say(errand, words));
  }

  private void tell(ReasonerEvent event) {
    wiring.events().accept(event);
  }
}
