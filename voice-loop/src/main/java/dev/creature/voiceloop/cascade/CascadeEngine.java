package dev.creature.voiceloop.cascade;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.voiceloop.brain.Turn;
import dev.creature.voiceloop.engine.EngineCommand;
import dev.creature.voiceloop.engine.EngineEvent;
import dev.creature.voiceloop.engine.SoundClip;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * One conversation's voice, made of local models: ears, then the voice brain, then the mouth.
 *
 * <p>Only hands messages to {@link DuplexTurns}, which decides. Nothing here computes: ears are an
 * actor beside this one, models run on the inference pool.
 */
final class CascadeEngine implements Surroundings {
  /** What the models tell the engine. A line is one reply, spoken or only prepared. */
  sealed interface FromModels extends EngineCommand {}

  record Heard(EarsEvent event) implements FromModels {}

  /** What brain and mouth say of one line. */
  sealed interface OfLine extends FromModels {
    int line();
  }

  record Thought(int line, String text) implements OfLine {}

  record ThoughtEnded(int line, Optional<String> failure) implements OfLine {}

  record Spoken(int line, SoundClip clip) implements OfLine {}

  record SpeakingFailed(int line, String message) implements OfLine {}

  private final ActorContext<EngineCommand> context;
  private final ConversationId conversation;
  private final Voice voice;
  private final ActorRef<EngineEvent> events;
  private final ActorRef<EarsCommand> ears;
  private final DuplexTurns turns;

  CascadeEngine(
      ActorContext<EngineCommand> context,
      ConversationId conversation,
      CascadeParts parts,
      long seed,
      ActorRef<EngineEvent> events) {
    this.context = context;
    this.conversation = conversation;
    this.voice = parts.voice();
    this.events = events;
    this.ears =
        context.spawn(
            parts.ears().listen(conversation, context.messageAdapter(EarsEvent.class, Heard::new)),
            "ears");
    this.turns = new DuplexTurns(parts.turnTaking(), this, seed);
  }

  /** The engine's behavior. */
  Behavior<EngineCommand> start() {
    turns.start();
    return Behaviors.receive(EngineCommand.class)
        .onMessage(EngineCommand.Hear.class, this::hear)
        .onMessage(
            EngineCommand.Sounded.class,
            message -> {
              ears.tell(new EarsCommand.Sounded(message.atMillis(), message.samples()));
              return Behaviors.same();
            })
        .onMessage(
            FromModels.class,
            message -> {
              turns.said(message);
              return Behaviors.same();
            })
        .onMessage(
            EngineCommand.ReplyHeard.class,
            message -> {
              turns.replyHeard(message);
              return Behaviors.same();
            })
        .onMessage(
            EngineCommand.Read.class,
            message -> {
              turns.read(message.text());
              return Behaviors.same();
            })
        .onMessage(
            EngineCommand.Tell.class,
            message -> {
              turns.tellLater(message.text());
              return Behaviors.same();
            })
        .onMessage(
            EngineCommand.Recall.class,
            message -> {
              turns.recall(message);
              return Behaviors.same();
            })
        .onMessageEquals(EngineCommand.Close.INSTANCE, Behaviors::stopped)
        .onSignal(
            PostStop.class,
            _ -> {
              turns.stop();
              voice.forget(conversation);
              return Behaviors.same();
            })
        .build();
  }

  private Behavior<EngineCommand> hear(EngineCommand.Hear message) {
    ears.tell(new EarsCommand.Hear(message.block()));
    turns.tick(message.block().endMillis());
    return Behaviors.same();
  }

  @Override
  public void tell(EngineEvent event) {
    if (event instanceof EngineEvent.Noticed(ConversationEvent.Trouble trouble)) {
      context.getLog().warn("{}: {}", trouble.part(), trouble.message());
    }
    events.tell(event);
  }

  @Override
  public Voice.Line open(int line) {
    return voice.open(conversation, line, context.getSelf());
  }

  @Override
  public Optional<Voice.Opener> opener(FirstWords.Use use, int turn) {
    return voice.opener(use, turn);
  }

  @Override
  public void prepare(List<Turn> history, String userText) {
    voice.prepare(conversation, history, userText);
  }

  @Override
  public void turnAnswered() {
    ears.tell(EarsCommand.TurnAnswered.INSTANCE);
  }

  @Override
  public void turnOver() {
    ears.tell(EarsCommand.TurnTaken.INSTANCE);
  }
}
