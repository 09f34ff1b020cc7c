package dev.creature.deploy.node;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.intent.IntentId;
import dev.creature.actors.intent.IntentState;
import dev.creature.actors.intent.Promise;
import dev.creature.actors.intent.audit.Finding;
import dev.creature.actors.intent.ladder.LadderOutput;
import dev.creature.actors.intent.tap.IntentTap;
import dev.creature.actors.intent.tap.TapMemory;
import dev.creature.actors.intent.tap.TapRequest;
import dev.creature.actors.task.Clearance;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.TaskCommand;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskRequest;
import dev.creature.actors.task.TaskState;
import dev.creature.actors.task.TaskStatus;
import dev.creature.reasoning.errand.ReasonerEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * Beside one conversation: has its words become deeds, and tells it what came of them.
 *
 * <p>Sees copies of the conversation's events and is never waited for. What the tap asks for goes
 * to the board of tasks; what becomes of a task comes back as an event and, at its end, as words to
 * say in the next breath. Of a chain only the last link, or the one that failed, is worth words.
 */
public final class ConversationDeeds {
  private static final Duration CONFIRMATION_WAIT = Duration.ofSeconds(12);

  /** What it is told. */
  public sealed interface Command {}

  /** A copy of an event of the conversation. */
  public record Observed(ConversationEvent event) implements Command {}

  private record Requested(TapRequest request) implements Command {}

  private record Moved(TaskStatus status) implements Command {}

  private record Unheard(TaskCommand.Tasks tasks) implements Command {}

  private record Answered(TaskCommand.OutcomeClaim claim) implements Command {}

  private record Thought(ReasonerEvent event) implements Command {}

  private record Asked(Errands.Asked question) implements Command {}

  private record Climbed(IntentId intent, IntentState state) implements Command {}

  /**
   * The way back to the conversation.
   *
   * @param atMillis its clock
   * @param events receives what becomes of intents and tasks
   * @param tell has words spoken in the next breath
   */
  public record Voice(
      LongSupplier atMillis, Consumer<ConversationEvent> events, Consumer<String> tell) {}

  private final ActorContext<Command> context;
  private final ConversationId conversation;
  private final Deeds deeds;
  private final Voice voice;
  private final ActorRef<IntentTap.Command> tap;
  private final Talk talk;
  private final Errands errands;
  private final OutcomeTelling telling;
  private final Map<TaskId, String> lastSeen = new HashMap<>();
  private Optional<TaskId> lastOfTurn = Optional.empty();
  private Optional<ConversationEvent.UserFinal> unsettled = Optional.empty();
  private int correctedTurn = -1;

  private ConversationDeeds(
      ActorContext<Command> context, ConversationId conversation, Deeds deeds, Voice voice) {
    this.context = context;
    this.conversation = conversation;
    this.deeds = deeds;
    this.talk = new Talk(new TapMemory(conversation));
    deeds.talks().put(conversation.value(), talk);
    ActorRef<Command> self = context.getSelf();
    ActorRef<ConversationEvent> events =
        context.spawnAnonymous(
            Behaviors.receiveMessage(event -> {
              voice.events().accept(event);
              if (event instanceof ConversationEvent.IntentChanged changed) {
                self.tell(new Climbed(changed.intent(), changed.state()));
              }
              return Behaviors.same();
            }));
    this.tap =
        context.spawn(
            IntentTap.create(
                new IntentTap.Wiring(
                    deeds.grammar(),
                    deeds.gate(),
                    talk.memory(),
                    voice.atMillis(),
                    CONFIRMATION_WAIT,
                    events,
                    context.messageAdapter(TapRequest.class, Requested::new))),
            "tap",
            // A doubtful reading waits for a model, some milliseconds.
            DispatcherSelector.blocking());
    this.voice =
        new Voice(
            voice.atMillis(),
            voice.events(),
            words -> {
              tap.tell(new IntentTap.Given(words));
              voice.tell().accept(words);
            });
    this.telling =
        new OutcomeTelling(
            deeds,
            this.voice.tell(),
            context.messageAdapter(TaskCommand.OutcomeClaim.class, Answered::new));
    this.errands =
        new Errands(
            context,
            new Errands.Wiring(
                conversation,
                deeds,
                this.voice,
                talk,
                tap,
                event -> self.tell(new Thought(event)),
                question -> self.tell(new Asked(question))));
    deeds
        .board()
        .tell(new TaskCommand.Subscribe(context.messageAdapter(TaskStatus.class, Moved::new)));
    deeds
        .board()
        .tell(
            new TaskCommand.GetUntold(
                context.messageAdapter(TaskCommand.Tasks.class, Unheard::new)));
  }

  /** Makes the deeds of one conversation; ends with whoever spawned it. */
  public static Behavior<Command> create(ConversationId conversation, Deeds deeds, Voice voice) {
    return Behaviors.setup(
        context -> new ConversationDeeds(context, conversation, deeds, voice).running());
  }

  private Behavior<Command> running() {
    return Behaviors.receive(Command.class)
        .onMessage(Observed.class, message -> observed(message.event()))
        .onMessage(Requested.class, message -> requested(message.request()))
        .onMessage(Moved.class, message -> moved(message.status()))
        .onMessage(Unheard.class, it -> then(() -> it.tasks().tasks().forEach(telling::claim)))
        .onMessage(Answered.class, it -> then(() -> telling.answered(it.claim())))
        .onMessage(Thought.class, it -> then(() -> errands.thought(it.event())))
        .onMessage(Asked.class, it -> then(() -> errands.asked(it.question())))
        .onMessage(Climbed.class, it -> then(() -> errands.climbed(it.intent(), it.state())))
        .onSignal(PostStop.class, _ -> then(() -> deeds.talks().remove(conversation.value(), talk)))
        .build();
  }

  private static Behavior<Command> then(Runnable work) {
    work.run();
    return Behaviors.same();
  }

  private Behavior<Command> observed(ConversationEvent event) {
    switch (event) {
      case ConversationEvent.UserFinal whole -> {
        lastOfTurn = Optional.empty();
        if (deeds.grammar().stops(whole.text())) {
          tap.tell(new IntentTap.Observed(whole));
        } else {
          // A turn that may still be given back is not acted on.
          unsettled = Optional.of(whole);
        }
      }
      case ConversationEvent.TurnSettled settled -> {
        unsettled.filter(whole -> whole.turn() == settled.turn()).ifPresent(errands::heard);
        unsettled = Optional.empty();
      }
      case ConversationEvent.TurnReturned returned -> {
        unsettled = Optional.empty();
        tap.tell(new IntentTap.Observed(returned));
      }
      case ConversationEvent other -> tap.tell(new IntentTap.Observed(other));
    }
    return Behaviors.same();
  }

  private Behavior<Command> requested(TapRequest request) {
    switch (request) {
      case TapRequest.Act(LadderOutput output) -> act(output);
      case TapRequest.Mend(int of, Finding finding) -> mend(of, finding);
    }
    return Behaviors.same();
  }

  private void act(LadderOutput output) {
    switch (output) {
      case LadderOutput.Dispatch dispatch when errands.yes(dispatch.intent()) -> {
        // The errand goes on by itself.
      }
      case LadderOutput.Dispatch dispatch -> {
        TaskId id = new TaskId(dispatch.intent().value());
        lastOfTurn.ifPresent(telling::follows);
        deeds
            .board()
            .tell(
                new TaskCommand.Request(
                    new TaskRequest(
                        id,
                        dispatch.task(),
                        dispatch.reversibility(),
                        Clearance.ALLOWED,
                        "",
                        conversation.value(),
                        lastOfTurn),
                    context.getSystem().ignoreRef()));
        lastOfTurn = Optional.of(id);
      }
      case LadderOutput.Cancel(IntentId intent) ->
          deeds
              .board()
              .tell(
                  new TaskCommand.Cancel(
                      new TaskId(intent.value()),
                      "you took it back",
                      context.getSystem().ignoreRef()));
      case LadderOutput.Halt() -> {
        deeds.reflex().stop("the word stop");
        errands.cancelAll();
      }
      case LadderOutput.Release() -> deeds.reflex().release();
      case LadderOutput.AskFirst(IntentId intent, PhysicalTask task) when errands.asks(intent) ->
          Promise.question(task).ifPresent(voice.tell());
      case LadderOutput.AskFirst _, LadderOutput.Denied _, LadderOutput.Changed _ -> {
        // The reply itself asks or refuses, and the event tells.
      }
    }
  }

  private void mend(int of, Finding finding) {
    // Without the words: logs hold none.
    context.getLog().info("turn {}: {}", of, finding.getClass().getSimpleName());
    voice
        .events()
        .accept(
            new ConversationEvent.Trouble(
                voice.atMillis().getAsLong(), "say-do", finding.toString()));
    if (of != correctedTurn) {
      // One for a turn, however much was wrong in it.
      correctedTurn = of;
      voice.tell().accept(finding.correction());
    }
  }

  private Behavior<Command> moved(TaskStatus status) {
    String now = status.state() + " " + status.note();
    if (now.equals(lastSeen.put(status.id(), now)) || status.told()) {
      return Behaviors.same();
    }
    voice
        .events()
        .accept(
            new ConversationEvent.TaskChanged(
                voice.atMillis().getAsLong(), status.id(), status.state(), status.note()));
    boolean own = status.origin().equals(conversation.value());
    boolean ofErrand = status.origin().equals(errands.origin());
    if (status.state().isFinal() && (own || ofErrand)) {
      OutcomeTelling.outcome(status.state())
          .ifPresent(
              outcome -> tap.tell(new IntentTap.Ended(new IntentId(status.id().value()), outcome)));
    }
    if (status.state().isFinal() && own) {
      telling.claim(status);
    }
    if (ofErrand && status.state() == TaskState.CANCELLED && deeds.reflex().isStopped()) {
      errands.cancelAll();
    }
    return Behaviors.same();
  }
}
