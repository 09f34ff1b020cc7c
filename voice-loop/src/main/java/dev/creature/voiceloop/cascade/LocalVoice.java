package dev.creature.voiceloop.cascade;

import dev.creature.actors.conversation.ConversationId;
import dev.creature.models.language.Generation;
import dev.creature.voiceloop.brain.Turn;
import dev.creature.voiceloop.brain.VoiceBrain;
import dev.creature.voiceloop.cascade.CascadeEngine.SpeakingFailed;
import dev.creature.voiceloop.cascade.CascadeEngine.Spoken;
import dev.creature.voiceloop.cascade.CascadeEngine.Thought;
import dev.creature.voiceloop.cascade.CascadeEngine.ThoughtEnded;
import dev.creature.voiceloop.engine.EngineCommand;
import dev.creature.voiceloop.engine.SoundClip;
import dev.creature.voiceloop.mouth.Clause;
import dev.creature.voiceloop.mouth.ClauseSplitter;
import dev.creature.voiceloop.mouth.Mouth;
import dev.creature.voiceloop.mouth.SpokenClause;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.apache.pekko.actor.typed.ActorRef;

/** The voice made of the local brain and mouth. */
final class LocalVoice implements Voice {
  private final VoiceBrain brain;
  private final Mouth mouth;

  LocalVoice(VoiceBrain brain, Mouth mouth) {
    this.brain = brain;
    this.mouth = mouth;
  }

  @Override
  public void prepare(ConversationId conversation, List<Turn> history, String userText) {
    // Reading ahead is only to be fast: when it fails, the reply itself will tell.
    if (userText.isBlank()) {
      brain.prepare(conversation.value(), history);
    } else {
      brain.prepare(conversation.value(), history, userText);
    }
  }

  @Override
  public void forget(ConversationId conversation) {
    brain.forget(conversation.value());
  }

  @Override
  public Line open(ConversationId conversation, int turn, ActorRef<EngineCommand> engine) {
    return new LocalLine(conversation.value(), turn, engine);
  }

  private final class LocalLine implements Line {
    private final String conversation;
    private final int turn;
    private final ActorRef<EngineCommand> engine;
    private final ClauseSplitter splitter = new ClauseSplitter();
    private Optional<Generation> generation = Optional.empty();

    private LocalLine(String conversation, int turn, ActorRef<EngineCommand> engine) {
      this.conversation = conversation;
      this.turn = turn;
      this.engine = engine;
    }

    @Override
    public void think(List<Turn> history, String userText, long seed) {
      Generation started =
          brain.reply(
              conversation,
              history,
              userText,
              // Another seed each turn, or the same question would always get the same answer.
              seed + turn,
              text -> engine.tell(new Thought(turn, text)));
      generation = Optional.of(started);
      started
          .ended()
          .whenComplete((_, failure) ->
              engine.tell(
                  new ThoughtEnded(turn, Optional.ofNullable(failure).map(LocalVoice::reason))));
    }

    @Override
    public List<Clause> clauses(String text) {
      // The brain hands over whole clauses with the space in front; the splitter wants to see it
      // behind.
      return splitter.feed(text.strip() + " ");
    }

    @Override
    public List<Clause> lastClauses() {
      return splitter.flush();
    }

    @Override
    public void speak(Clause clause) {
      mouth
          .speak(conversation, clause)
          .whenComplete((spoken, failure) ->
              engine.tell(
                  failure == null
                      ? new Spoken(turn, clip(spoken))
                      : new SpeakingFailed(turn, reason(failure))));
    }

    @Override
    public void cancel() {
      generation.ifPresent(Generation::cancel);
    }
  }

  private static SoundClip clip(SpokenClause spoken) {
    return new SoundClip(
        spoken.samples(),
        spoken.words().stream()
            .map(word ->
                new SoundClip.TimedWord(
                    word.text(), Math.round(word.startMillis()), Math.round(word.endMillis())))
            .toList(),
        spoken.visemes().stream()
            .map(viseme ->
                new SoundClip.TimedViseme(
                    viseme.viseme().toString(),
                    Math.round(viseme.startMillis()),
                    Math.round(viseme.endMillis())))
            .toList());
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause == null || cause.getMessage() == null ? failure.toString() : cause.getMessage();
  }
}
