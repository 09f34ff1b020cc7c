package dev.creature.voiceloop.cascade;

import dev.creature.voiceloop.ears.VoiceActivity;
import dev.creature.voiceloop.turntaking.FinalLevel;
import java.util.OptionalDouble;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * Follows a turn while it is spoken: finds its pauses, has its words finished and its end judged in
 * each, again and again while the pause grows, and tells what is known. Owned by the ears' actor.
 */
final class TurnHearing {
  private static final long NEXT_JUDGEMENT_MILLIS = 200;

  /** No sound for so long may be a pause: worth finishing the words and judging the end. */
  private static final long HUSH_MILLIS = 64;

  /**
   * The same while others wait for the models. Most gaps between words are shorter, and looking
   * into each of them is what makes a machine with many conversations fall behind.
   */
  private static final long BUSY_HUSH_MILLIS = 128;

  /** The words are recognised once more here, with more silence behind them. */
  private static final long SECOND_HEARING_MILLIS = 450;

  private final TurnSound sound;
  private final VoiceActivity activity;
  private final EarModels models;
  private final ActorRef<EarsEvent> events;
  private int pause;

  TurnHearing(
      TurnSound sound, VoiceActivity activity, EarModels models, ActorRef<EarsEvent> events) {
    this.sound = sound;
    this.activity = activity;
    this.models = models;
    this.events = events;
  }

  /** Number of the latest pause. */
  int pause() {
    return pause;
  }

  /** What a model still says of earlier sound is of no use. */
  void forgetPause() {
    pause++;
    models.forgetEnd();
  }

  /** A window more of it was heard. */
  void follow(OpenTurn open) {
    recognise(open);
    long silence = millis(sound.end() - activity.lastSoundEnd());
    if (activity.speaking() && open.hushed && activity.lastSoundEnd() > open.hushedAt) {
      wentOn(open, activity.lastSoundEnd());
    }
    if (silence >= HUSH_MILLIS) {
      hush(open);
    }
    if (!open.hushed || open.answered) {
      return;
    }
    ask(open, silence, models.busy());
    report(open, silence);
  }

  /** Has the models look into the pause, as far as they can keep up. */
  private void ask(OpenTurn open, long silence, boolean busy) {
    if (busy && silence < BUSY_HUSH_MILLIS) {
      return;
    }
    if (!open.heardOnce) {
      open.heardOnce = true;
      models.finish(open.words, pause);
    } else if (!open.heardTwice && silence >= SECOND_HEARING_MILLIS) {
      open.heardTwice = true;
      models.finish(open.words, pause);
    }
    boolean again = open.endProbability.isPresent();
    if (!open.judgingEnd && silence >= open.nextJudgementMillis && !(again && busy)) {
      judgeEnd(open, silence);
    }
  }

  /** It pauses. */
  void hush(OpenTurn open) {
    if (open.hushed) {
      return;
    }
    pause++;
    open.hushed = true;
    open.hushedAt = activity.lastSoundEnd();
    open.finalDecibels = FinalLevel.decibels(sound.between(open.startSample, open.hushedAt));
    open.heardOnce = false;
    open.heardTwice = false;
    open.endProbability = OptionalDouble.empty();
    open.nextJudgementMillis = HUSH_MILLIS;
    events.tell(new EarsEvent.Hushed(pause, millis(open.hushedAt), millis(sound.end())));
    recognise(open);
  }

  /** A voice sounds again, since this sample. */
  void wentOn(OpenTurn open, long at) {
    open.answered = false;
    if (open.hushed) {
      forgetPause();
      open.judgingEnd = false;
      open.hushed = false;
      events.tell(
          new EarsEvent.WentOn(millis(sound.end()), millis(Math.max(0, at - open.hushedAt))));
    }
  }

  /** Tells what is known of the pause now. */
  void report(OpenTurn open) {
    report(open, millis(sound.end() - activity.lastSoundEnd()));
  }

  private void report(OpenTurn open, long silence) {
    events.tell(
        new EarsEvent.Silence(
            pause,
            millis(sound.end()),
            silence,
            millis(activity.lastSoundEnd() - open.startSample),
            open.finalDecibels,
            open.endProbability));
  }

  private void recognise(OpenTurn open) {
    if (sound.end() > open.recognisedUpTo) {
      open.words.accept(sound.from(open.recognisedUpTo));
      open.recognisedUpTo = sound.end();
    }
  }

  private void judgeEnd(OpenTurn open, long silence) {
    open.judgingEnd = true;
    open.nextJudgementMillis = silence + NEXT_JUDGEMENT_MILLIS;
    float[] heard =
        sound.from(Math.max(sound.start(), open.startSample - ListeningEars.PRE_ROLL_SAMPLES));
    models.judgeEnd(heard, pause);
  }

  private static long millis(long samples) {
    return samples / ListeningEars.SAMPLES_PER_MILLI;
  }
}
