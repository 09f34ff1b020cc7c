package dev.creature.voiceloop.cascade;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.voiceloop.cascade.EarsEvent.Silence;
import dev.creature.voiceloop.engine.EngineCommand;
import dev.creature.voiceloop.engine.EngineEvent;
import dev.creature.voiceloop.engine.EngineEvent.CutReply;
import dev.creature.voiceloop.engine.EngineEvent.Noticed;
import dev.creature.voiceloop.engine.SoundClip;
import dev.creature.voiceloop.turntaking.PauseEvidence;
import dev.creature.voiceloop.turntaking.TurnDecision;
import dev.creature.voiceloop.turntaking.TurnTaking;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * One conversation's turns, taken with local models: ears, then the voice brain, then the mouth.
 *
 * <p>Listens in every state. Takes the turn when the strategy says so and the words are there; a
 * reply is written, spoken clause by clause, and handed on as it comes. When the user speaks again,
 * a reply that sounds is cut, and one that does not yet sound is dropped and its turn goes on.
 *
 * <p>Nothing here computes: ears are an actor beside this one, models run on the inference pool.
 * Every message of a reply carries its turn; those of a turn that is over are ignored.
 */
final class CascadeEngine {
  /** What the models tell the engine. */
  sealed interface FromModels extends EngineCommand {}

  record Heard(EarsEvent event) implements FromModels {}

  record Thought(int turn, String text) implements FromModels {}

  record ThoughtEnded(int turn, Optional<String> failure) implements FromModels {}

  record Spoken(int turn, SoundClip clip) implements FromModels {}

  record SpeakingFailed(int turn, String message) implements FromModels {}

  /** Sounds of less than this without any understandable word are a cough or a door, not a turn. */
  private static final long SHORT_NOISE_MILLIS = 700;

  /**
   * A pause that is being weighed; {@code decided} once the turn is to be taken as soon as the
   * words are there.
   */
  private record Pause(
      int number, Silence latest, Optional<String> words, Optional<TurnDecision.Commit> decided) {}

  private final ActorContext<EngineCommand> context;
  private final ConversationId conversation;
  private final TurnTaking turnTaking;
  private final Voice voice;
  private final Dialogue dialogue;
  private final long seed;
  private final ActorRef<EngineEvent> events;
  private final ActorRef<EarsCommand> ears;
  private long nowMillis;
  private int turn;

  CascadeEngine(
      ActorContext<EngineCommand> context,
      ConversationId conversation,
      CascadeParts parts,
      long seed,
      ActorRef<EngineEvent> events) {
    this.context = context;
    this.conversation = conversation;
    this.turnTaking = parts.turnTaking();
    this.voice = parts.voice();
    this.dialogue = new Dialogue();
    this.seed = seed;
    this.events = events;
    this.ears =
        context.spawn(
            parts.ears().listen(conversation, context.messageAdapter(EarsEvent.class, Heard::new)),
            "ears");
  }

  /** The engine's behavior; its first state. */
  Behavior<EngineCommand> start() {
    voice.prepare(conversation, dialogue.turns(), "");
    return listening(Optional.empty());
  }

  private Behavior<EngineCommand> listening(Optional<Pause> pause) {
    return Behaviors.receive(EngineCommand.class)
        .onMessage(EngineCommand.Hear.class, this::hear)
        .onMessage(Heard.class, message -> whileListening(message.event(), pause))
        .onMessage(
            EngineCommand.ReplyHeard.class,
            message -> {
              remember(message);
              return Behaviors.same();
            })
        .onMessage(FromModels.class, _ -> Behaviors.same())
        .onMessageEquals(EngineCommand.Close.INSTANCE, this::close)
        .build();
  }

  private Behavior<EngineCommand> replying(ReplyInProgress reply) {
    return Behaviors.receive(EngineCommand.class)
        .onMessage(EngineCommand.Hear.class, this::hear)
        .onMessage(Heard.class, message -> whileReplying(message.event(), reply))
        .onMessage(
            EngineCommand.ReplyHeard.class,
            message -> {
              remember(message);
              return message.turn() == reply.turn()
                  ? listening(Optional.empty())
                  : Behaviors.same();
            })
        .onMessage(FromModels.class, message -> reply(message, reply))
        .onMessageEquals(
            EngineCommand.Close.INSTANCE,
            () -> {
              reply.cancel();
              return close();
            })
        .build();
  }

  private Behavior<EngineCommand> hear(EngineCommand.Hear message) {
    nowMillis = message.block().endMillis();
    ears.tell(new EarsCommand.Hear(message.block()));
    return Behaviors.same();
  }

  private Behavior<EngineCommand> close() {
    voice.forget(conversation);
    return Behaviors.stopped();
  }

  private Behavior<EngineCommand> whileListening(EarsEvent event, Optional<Pause> pause) {
    note(event);
    return switch (event) {
      case EarsEvent.VoiceStarted _ -> listening(Optional.empty());
      case EarsEvent.VoiceEnded(int number, long at, long noticed) ->
          listening(
              Optional.of(
                  new Pause(
                      number,
                      new Silence(number, noticed, noticed - at, 0, OptionalDouble.empty()),
                      Optional.empty(),
                      Optional.empty())));
      case EarsEvent.PartialWords _ -> Behaviors.same();
      case Silence silence ->
          pause
              .filter(open -> open.number() == silence.pause())
              .map(open -> weigh(silence, open))
              .orElse(Behaviors.same());
      case EarsEvent.TurnWords(int number, _, String text) ->
          pause
              .filter(open -> open.number() == number)
              .map(open -> words(text, open))
              .orElse(Behaviors.same());
      case EarsEvent.EarsFailed _ -> Behaviors.same();
    };
  }

  private Behavior<EngineCommand> weigh(Silence silence, Pause pause) {
    if (pause.decided().isPresent()) {
      return Behaviors.same();
    }
    TurnDecision decision =
        turnTaking.decide(
            new PauseEvidence(
                silence.silenceMillis(),
                silence.speechMillis(),
                silence.endProbability(),
                pause.words()));
    return switch (decision) {
      case TurnDecision.Wait _ ->
          listening(
              Optional.of(new Pause(pause.number(), silence, pause.words(), Optional.empty())));
      case TurnDecision.Commit commit ->
          decided(new Pause(pause.number(), silence, pause.words(), Optional.of(commit)));
    };
  }

  private Behavior<EngineCommand> words(String text, Pause pause) {
    if (pause.decided().isEmpty() && !text.isBlank()) {
      // The brain reads them while the silence is still being weighed.
      voice.prepare(conversation, dialogue.turns(), dialogue.following(text));
    }
    return decided(new Pause(pause.number(), pause.latest(), Optional.of(text), pause.decided()));
  }

  private Behavior<EngineCommand> decided(Pause pause) {
    return pause.decided().isPresent() && pause.words().isPresent()
        ? take(pause.words().get(), pause.decided().get(), pause.latest())
        : listening(Optional.of(pause));
  }

  private Behavior<EngineCommand> take(String words, TurnDecision.Commit commit, Silence silence) {
    ears.tell(EarsCommand.TurnTaken.INSTANCE);
    String text = dialogue.following(words);
    dialogue.taken();
    if (text.isBlank() && silence.speechMillis() < SHORT_NOISE_MILLIS) {
      return listening(Optional.empty());
    }
    turn++;
    notice(
        new ConversationEvent.TurnCommitted(
            nowMillis, turn, commit.probability(), silence.silenceMillis()));
    notice(new ConversationEvent.UserFinal(nowMillis, turn, text));
    ReplyInProgress reply =
        new ReplyInProgress(turn, text, voice.open(conversation, turn, context.getSelf()));
    reply.start(dialogue.turns(), seed);
    return replying(reply);
  }

  private Behavior<EngineCommand> whileReplying(EarsEvent event, ReplyInProgress reply) {
    if (event instanceof EarsEvent.VoiceStarted) {
      reply.cancel();
      if (reply.sounded()) {
        dialogue.handedOn(reply.turn(), reply.userText());
        events.tell(new CutReply(reply.turn()));
      } else {
        dialogue.unanswered(reply.userText());
      }
      return whileListening(event, Optional.empty());
    }
    note(event);
    return Behaviors.same();
  }

  private Behavior<EngineCommand> reply(FromModels message, ReplyInProgress reply) {
    switch (message) {
      case Heard _ -> throw new IllegalStateException("handled as an event of the ears");
      case Thought(int of, String text) when of == reply.turn() -> {
        notice(new ConversationEvent.ReplyToken(nowMillis, of, text));
        reply.thought(text);
      }
      case ThoughtEnded(int of, Optional<String> failure) when of == reply.turn() -> {
        failure.ifPresent(what -> trouble("brain", what));
        reply.thoughtEnded(failure.isPresent());
      }
      case Spoken(int of, SoundClip clip) when of == reply.turn() -> {
        events.tell(new EngineEvent.ReplySound(of, clip));
        reply.spoken();
      }
      case SpeakingFailed(int of, String what) when of == reply.turn() -> {
        trouble("mouth", what);
        reply.speakingFailed();
      }
      case Thought _, ThoughtEnded _, Spoken _, SpeakingFailed _ -> {
        // Of a turn that is over.
      }
    }
    if (reply.completesNow()) {
      dialogue.handedOn(reply.turn(), reply.userText());
      events.tell(new EngineEvent.ReplyComplete(reply.turn()));
    }
    return Behaviors.same();
  }

  private void remember(EngineCommand.ReplyHeard message) {
    dialogue.heard(message.turn(), message.heard(), message.interrupted());
    voice.prepare(conversation, dialogue.turns(), "");
  }

  private void note(EarsEvent event) {
    switch (event) {
      case EarsEvent.VoiceStarted(long at, long noticed) ->
          notice(new ConversationEvent.UserSpeechStarted(at, noticed));
      case EarsEvent.VoiceEnded(_, long at, long noticed) ->
          notice(new ConversationEvent.UserSpeechEnded(at, noticed));
      case EarsEvent.PartialWords(long at, String text, int stable) ->
          notice(new ConversationEvent.UserPartial(at, text, stable));
      case EarsEvent.EarsFailed(String what) -> trouble("ears", what);
      case Silence _, EarsEvent.TurnWords _ -> {
        // Evidence for the engine only.
      }
    }
  }

  private void trouble(String part, String what) {
    context.getLog().warn("{}: {}", part, what);
    notice(new ConversationEvent.Trouble(nowMillis, part, what));
  }

  private void notice(ConversationEvent event) {
    events.tell(new Noticed(event));
  }
}
