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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorRef;

/** The voice made of the local brain and mouth. */
final class LocalVoice implements Voice {
  private final VoiceBrain brain;

  /** Longer ones would talk over a user who goes on. */
  private static final long LONGEST_OPENER_MILLIS = 500;

  /** Such words are said in passing. */
  private static final double OPENER_PACE = 1.35;

  private final Mouth mouth;
  private final Map<FirstWords.Use, List<Opener>> openers;

  private LocalVoice(VoiceBrain brain, Mouth mouth, Map<FirstWords.Use, List<Opener>> openers) {
    this.brain = brain;
    this.mouth = mouth;
    this.openers = openers;
  }

  /**
   * Makes the voice, and speaks its openers once, for all conversations.
   *
   * @param conversation whom the inference pool does this for
   */
  static CompletionStage<LocalVoice> prepare(
      VoiceBrain brain, Mouth mouth, FirstWords words, String conversation) {
    Map<FirstWords.Use, List<CompletableFuture<Opener>>> spoken =
        new EnumMap<>(FirstWords.Use.class);
    for (FirstWords.Use use : FirstWords.Use.values()) {
      spoken.put(
          use, words.of(use).stream().map(text -> spoken(mouth, conversation, text, use)).toList());
    }
    return CompletableFuture.allOf(
            spoken.values().stream().flatMap(List::stream).toArray(CompletableFuture[]::new))
        .thenApply(_ -> {
          Map<FirstWords.Use, List<Opener>> openers = new EnumMap<>(FirstWords.Use.class);
          spoken.forEach((use, clips) ->
              openers.put(
                  use,
                  clips.stream()
                      .map(CompletableFuture::join)
                      .filter(word -> word.clip().durationMillis() <= LONGEST_OPENER_MILLIS)
                      .toList()));
          words
              .sign()
              .clip()
              .ifPresent(sign -> openers.put(FirstWords.Use.SIGN, List.of(new Opener("", sign))));
          return new LocalVoice(brain, mouth, openers);
        });
  }

  private static CompletableFuture<Opener> spoken(
      Mouth mouth, String conversation, String text, FirstWords.Use use) {
    return mouth
        .speak(conversation, Clause.of(text), OPENER_PACE)
        .thenApply(clause -> PassingWord.of(clip(clause.withoutPause())))
        .thenApply(word ->
            new Opener(
                text,
                switch (use) {
                  case TO_REQUEST, TO_STATEMENT, WHILE_THINKING, SIGN -> word;
                  case WHILE_LISTENING -> PassingWord.softly(word);
                }))
        .toCompletableFuture();
  }

  @Override
  public Optional<Opener> opener(FirstWords.Use use, int turn) {
    List<Opener> fit = openers.getOrDefault(use, List.of());
    return fit.isEmpty() ? Optional.empty() : Optional.of(fit.get(Math.floorMod(turn, fit.size())));
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
  public Line open(ConversationId conversation, int line, ActorRef<EngineCommand> engine) {
    return new LocalLine(conversation.value(), line, engine);
  }

  private final class LocalLine implements Line {
    private final String conversation;
    private final int line;
    private final ActorRef<EngineCommand> engine;
    private final ClauseSplitter splitter = new ClauseSplitter();
    private Optional<Generation> generation = Optional.empty();

    private LocalLine(String conversation, int line, ActorRef<EngineCommand> engine) {
      this.conversation = conversation;
      this.line = line;
      this.engine = engine;
    }

    @Override
    public void think(List<Turn> history, String userText, long seed) {
      Generation started =
          brain.reply(
              conversation, history, userText, seed, text -> engine.tell(new Thought(line, text)));
      generation = Optional.of(started);
      started
          .ended()
          .whenComplete((_, failure) ->
              engine.tell(
                  new ThoughtEnded(line, Optional.ofNullable(failure).map(LocalVoice::reason))));
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
                      ? new Spoken(line, clip(spoken))
                      : new SpeakingFailed(line, reason(failure))));
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
