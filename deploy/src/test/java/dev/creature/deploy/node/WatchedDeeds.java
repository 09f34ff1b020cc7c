package dev.creature.deploy.node;

import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.StopReflex;
import dev.creature.actors.body.WorldView;
import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.intent.Gate;
import dev.creature.actors.intent.grammar.IntentGrammar;
import dev.creature.actors.task.TaskCommand;
import dev.creature.actors.task.TaskRequest;
import dev.creature.actors.task.TaskState;
import dev.creature.actors.task.TaskStatus;
import dev.creature.deploy.node.ConversationDeeds.Observed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The deeds of one conversation, with all that is around them watched. */
abstract class WatchedDeeds {
  static final Duration PATIENCE = Duration.ofSeconds(10);

  static final WorldView EMPTY_HOUSE =
      new WorldView(
          1,
          0,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          new WorldView.RobotView(0, 0, 0, 0, 0.2, 0.3, 1, "", List.of()),
          Optional.empty(),
          "",
          false);

  final ActorTestKit kit = ActorTestKit.create();
  final TestProbe<TaskCommand> board = kit.createTestProbe();
  final TestProbe<BodyCommand> body = kit.createTestProbe();
  final TestProbe<ConversationEvent> events = kit.createTestProbe();
  final TestProbe<String> told = kit.createTestProbe();
  final StopReflex reflex = new StopReflex();

  Deeds shared;
  ActorRef<ConversationDeeds.Command> deeds = kit.system().ignoreRef();
  ActorRef<TaskStatus> listener = kit.system().ignoreRef();
  ActorRef<TaskCommand.Tasks> untold = kit.system().ignoreRef();

  @BeforeEach
  void start() {
    Gate gate = Gate.byReversibility();
    shared =
        new Deeds(
            body.ref(),
            board.ref(),
            reflex,
            new IntentGrammar(),
            new IntentGrammar(),
            gate,
            gate,
            SlowThinking.byRecipes(() -> Optional.of(EMPTY_HOUSE)),
            HouseholdMemory.ofThisRun(),
            new ConcurrentHashMap<>());
    deeds =
        kit.spawn(
            ConversationDeeds.create(
                new ConversationId("c1"),
                shared,
                new ConversationDeeds.Voice(() -> 42, events.ref()::tell, told.ref()::tell)));
    listener = board.expectMessageClass(TaskCommand.Subscribe.class).listener();
    untold = board.expectMessageClass(TaskCommand.GetUntold.class).replyTo();
  }

  @AfterEach
  void shutDown() {
    kit.shutdownTestKit();
  }

  Optional<String> reply(String words) {
    return DeedWords.reply(shared, "c1", words);
  }

  void see(ConversationEvent event) {
    deeds.tell(new Observed(event));
  }

  static TaskStatus status(TaskRequest request, TaskState state, String note) {
    return new TaskStatus(
        request.id(),
        request.what(),
        request.reversibility(),
        state,
        note,
        0,
        request.origin(),
        0,
        0,
        false);
  }
}
