package dev.creature.deploy.node;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.link.LinkInput;
import dev.creature.actors.task.TaskCommand;
import dev.creature.voiceloop.conversation.Conversation;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/**
 * How the words of a session become deeds, as soon as it converses and there is a body. Not
 * thread-safe: part of its session.
 */
final class SessionDeeds {
  private static final Duration BOARD = Duration.ofSeconds(5);

  /** For the session: the board has answered, or not in time. */
  record BoardTold(Optional<TaskCommand.Tasks> tasks) implements LinkInput {}

  private final ActorContext<LinkInput> context;
  private final ConversationId id;
  private final LongSupplier nowMillis;
  private final Consumer<ConversationEvent> happened;
  private Optional<Deeds> deeds;
  private Optional<ActorRef<Conversation.Command>> live = Optional.empty();
  private Optional<Integer> openTurn = Optional.empty();
  private Optional<CopiesForDeeds> beside = Optional.empty();

  /**
   * Those of a session.
   *
   * @param nowMillis on the conversation's clock
   * @param happened told of what becomes of deeds, on any thread
   * @param deeds none while there is no body
   */
  SessionDeeds(
      ActorContext<LinkInput> context,
      ConversationId id,
      LongSupplier nowMillis,
      Consumer<ConversationEvent> happened,
      Optional<Deeds> deeds) {
    this.context = context;
    this.id = id;
    this.nowMillis = nowMillis;
    this.happened = happened;
    this.deeds = deeds;
  }

  /** There is a body. */
  void ready(Deeds body) {
    deeds = Optional.of(body);
    act();
  }

  /**
   * There is a conversation.
   *
   * @param answeredAgain the turn that another node left open, where it did
   */
  void converse(ActorRef<Conversation.Command> conversation, Optional<Integer> answeredAgain) {
    live = Optional.of(conversation);
    openTurn = answeredAgain;
    act();
  }

  void observed(ConversationEvent event) {
    switch (event) {
      case ConversationEvent.IntentChanged _, ConversationEvent.TaskChanged _ -> {
        // From there.
      }
      case ConversationEvent other -> beside.ifPresent(copies -> copies.observed(other));
    }
  }

  /** Asks once more where there was no answer. */
  void told(BoardTold told) {
    told.tasks()
        .ifPresentOrElse(
            tasks -> beside.ifPresent(copies -> copies.decide(tasks.tasks())), this::askBoard);
  }

  private void act() {
    if (live.isEmpty() || deeds.isEmpty() || beside.isPresent()) {
      return;
    }
    ActorRef<Conversation.Command> conversation = live.get();
    ActorRef<ConversationDeeds.Command> actor =
        context.spawn(
            ConversationDeeds.create(
                id,
                deeds.get(),
                new ConversationDeeds.Voice(
                    nowMillis, happened, words -> conversation.tell(new Conversation.Tell(words)))),
            "deeds");
    beside =
        Optional.of(
            new CopiesForDeeds(
                id, openTurn, event -> actor.tell(new ConversationDeeds.Observed(event))));
    if (openTurn.isPresent()) {
      askBoard();
    }
  }

  /** Did the words that are answered again become deeds already? */
  private void askBoard() {
    deeds.ifPresent(body ->
        context.ask(
            TaskCommand.Tasks.class,
            body.board(),
            BOARD,
            TaskCommand.GetAll::new,
            (tasks, failure) ->
                new BoardTold(Optional.ofNullable(failure == null ? tasks : null))));
  }
}
