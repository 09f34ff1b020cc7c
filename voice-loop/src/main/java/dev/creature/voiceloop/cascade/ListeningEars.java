package dev.creature.voiceloop.cascade;

import dev.creature.models.vad.SileroVad;
import dev.creature.voiceloop.ears.UsualLoudness;
import dev.creature.voiceloop.ears.VoiceActivity;
import dev.creature.voiceloop.ears.VoiceEvent;
import dev.creature.voiceloop.ears.WindowCutter;
import dev.creature.voiceloop.recognition.PartialTranscript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * One conversation's ears, listening.
 *
 * <p>Sound is judged in windows of 32 ms, all that have come while the last judgement ran at once,
 * so that a busy machine is caught up with rather than fallen behind. A turn begins with a voice
 * and lasts, across its pauses, until it is taken; {@link TurnHearing} follows it.
 *
 * <p>Everything a model answers carries the number of its pause, and is dropped when the user has
 * gone on.
 */
final class ListeningEars {
  /** Sound before the voice was noticed that still belongs to its first word. */
  static final int PRE_ROLL_SAMPLES = 16 * 400;

  private static final int LONGEST_TURN_SAMPLES = 16_000 * 120;
  static final int SAMPLES_PER_MILLI = 16;

  private record Understood(PartialTranscript words, long fromSample) implements EarsCommand {}

  private final ActorContext<EarsCommand> context;
  private final String conversation;
  private final EarModels models;
  private final EarModels.Parts parts;
  private final ActorRef<EarsEvent> events;
  private final VoiceActivity activity;
  private final FirstStir stir;
  private final UsualLoudness usual = new UsualLoudness();
  private final WindowCutter cutter = new WindowCutter(SileroVad.WINDOW);
  private final OwnSound ownSound = new OwnSound();
  private final TurnSound sound = new TurnSound(LONGEST_TURN_SAMPLES);
  private List<OwnSound.Window> waiting = new ArrayList<>();
  private boolean judging;
  private final TurnHearing hearing;
  private Optional<OpenTurn> turn = Optional.empty();

  ListeningEars(
      ActorContext<EarsCommand> context,
      String conversation,
      EarModels.Parts parts,
      ActorRef<EarsEvent> events) {
    this.context = context;
    this.conversation = conversation;
    this.parts = parts;
    this.models = new EarModels(context, conversation, parts);
    this.events = events;
    this.activity = new VoiceActivity(parts.settings());
    this.hearing = new TurnHearing(sound, activity, models, events);
    this.stir = new FirstStir(parts.settings().startProbability());
  }

  /** The only state: ears always listen. */
  Behavior<EarsCommand> listening() {
    return Behaviors.receive(EarsCommand.class)
        .onMessage(EarsCommand.Hear.class, this::hear)
        .onMessage(
            EarsCommand.Sounded.class,
            message -> {
              ownSound.sounded(message.atMillis(), message.samples());
              return Behaviors.same();
            })
        .onMessageEquals(EarsCommand.TurnAnswered.INSTANCE, this::turnAnswered)
        .onMessageEquals(EarsCommand.TurnTaken.INSTANCE, this::turnTaken)
        .onMessage(EarModels.Judged.class, this::judged)
        .onMessage(EarModels.JudgingFailed.class, this::judgingFailed)
        .onMessage(Understood.class, this::understood)
        .onMessage(EarModels.TurnJudged.class, this::turnJudged)
        .onMessage(EarModels.Finished.class, this::finished)
        .onMessage(EarModels.NotNeeded.class, _ -> Behaviors.same())
        .onSignal(
            PostStop.class,
            _ -> {
              turn.ifPresent(open -> open.words.close());
              return Behaviors.same();
            })
        .build();
  }

  private Behavior<EarsCommand> hear(EarsCommand.Hear message) {
    float[] samples = message.block().samples();
    cutter.accept(samples, 0, samples.length, window -> waiting.add(ownSound.window(window)));
    judgeWaiting();
    return Behaviors.same();
  }

  private void judgeWaiting() {
    if (judging || waiting.isEmpty()) {
      return;
    }
    judging = true;
    List<OwnSound.Window> windows = waiting;
    waiting = new ArrayList<>();
    models.judge(windows, this::voiceProbability);
  }

  /** On an inference thread; the next windows wait until this is done. */
  private double voiceProbability(OwnSound.Window window) {
    boolean own = ownSound.clean(window);
    parts.noise().clean(window.samples());
    double probability = parts.voiceJudge().probability(window.samples());
    return own ? Math.min(probability, OwnSound.NO_VOICE) : probability;
  }

  private Behavior<EarsCommand> judged(EarModels.Judged message) {
    judging = false;
    for (int i = 0; i < message.windows().size(); i++) {
      take(message.windows().get(i).samples(), message.probabilities()[i]);
    }
    judgeWaiting();
    return Behaviors.same();
  }

  private Behavior<EarsCommand> judgingFailed(EarModels.JudgingFailed message) {
    judging = false;
    events.tell(new EarsEvent.EarsFailed("voice activity: " + message.message()));
    judgeWaiting();
    return Behaviors.same();
  }

  private void take(float[] window, double probability) {
    sound.append(window);
    boolean before = activity.speaking();
    for (VoiceEvent event : activity.accept(probability, window, 0)) {
      switch (event) {
        case VoiceEvent.Started(long at, long noticed) -> voiceStarted(at, noticed);
        case VoiceEvent.Ended(long at, long noticed) -> voiceEnded(at, noticed);
      }
    }
    if (!before
        && !activity.speaking()
        && stir.perhaps(probability, activity.stirring(), sound.end())) {
      events.tell(new EarsEvent.VoiceLikely(millis(sound.end())));
    }
    turn.ifPresent(this::measure);
    turn.ifPresentOrElse(hearing::follow, () -> sound.forgetBefore(sound.end() - PRE_ROLL_SAMPLES));
  }

  private void voiceStarted(long at, long noticed) {
    boolean opens = turn.isEmpty();
    OpenTurn open = turn.orElseGet(() -> open(at));
    turn = Optional.of(open);
    hearing.wentOn(open, at);
    if (opens && usual.far(open.loudestDb)) {
      open.far = true;
      events.tell(new EarsEvent.VoiceFar(millis(noticed)));
    }
    events.tell(new EarsEvent.VoiceStarted(millis(at), millis(noticed)));
  }

  private void measure(OpenTurn open) {
    if (!activity.speaking()) {
      return;
    }
    open.loudestDb = Math.max(open.loudestDb, activity.voiceDb());
    if (open.far && !usual.far(open.loudestDb)) {
      open.far = false;
      events.tell(new EarsEvent.VoiceNear(millis(sound.end())));
    }
  }

  private OpenTurn open(long at) {
    long from = Math.max(sound.start(), at - PRE_ROLL_SAMPLES);
    return new OpenTurn(
        at,
        activity.voiceDb(),
        from,
        parts
            .recognition()
            .begin(conversation, words -> context.getSelf().tell(new Understood(words, from))));
  }

  private void voiceEnded(long at, long noticed) {
    turn.ifPresent(open -> {
      hearing.hush(open);
      events.tell(new EarsEvent.VoiceEnded(hearing.pause(), millis(at), millis(noticed)));
    });
  }

  private Behavior<EarsCommand> turnJudged(EarModels.TurnJudged message) {
    turn.ifPresent(open -> open.judgingEnd = false);
    if (message.probability().isEmpty()) {
      events.tell(new EarsEvent.EarsFailed("end of turn: " + message.failure()));
    } else if (message.pause() == hearing.pause()) {
      turn.ifPresent(open -> {
        open.endProbability = message.probability();
        // At once, not with the next window: somebody waits for the answer.
        hearing.report(open);
      });
    }
    return Behaviors.same();
  }

  private Behavior<EarsCommand> finished(EarModels.Finished message) {
    if (message.text().isEmpty()) {
      events.tell(new EarsEvent.EarsFailed("recogniser: " + message.failure()));
    }
    if (message.pause() == hearing.pause()) {
      String text = message.text().orElse("");
      events.tell(new EarsEvent.TurnWords(message.pause(), millis(sound.end()), text));
    }
    return Behaviors.same();
  }

  private Behavior<EarsCommand> understood(Understood message) {
    if (turn.isPresent()) {
      PartialTranscript words = message.words();
      events.tell(
          new EarsEvent.PartialWords(
              millis(sound.end()),
              words.text(),
              words.stableCharacters(),
              millis(message.fromSample()) + words.heardMillis()));
    }
    return Behaviors.same();
  }

  private Behavior<EarsCommand> turnAnswered() {
    turn.ifPresent(open -> open.answered = open.hushed);
    return Behaviors.same();
  }

  /** What was heard so far was answered. A voice that sounds at this moment opens the next turn. */
  private Behavior<EarsCommand> turnTaken() {
    turn.ifPresent(open -> {
      open.words.close();
      if (!open.far) {
        usual.took(open.loudestDb);
      }
      hearing.forgetPause();
      turn = activity.speaking() ? Optional.of(open(activity.lastSoundEnd())) : Optional.empty();
    });
    return Behaviors.same();
  }

  private static long millis(long samples) {
    return samples / SAMPLES_PER_MILLI;
  }
}
