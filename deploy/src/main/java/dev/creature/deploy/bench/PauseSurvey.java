package dev.creature.deploy.bench;

import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.store.ModelFolder;
import dev.creature.models.turn.SmartTurn;
import dev.creature.models.vad.SileroVad;
import dev.creature.models.whisper.Recognizer;
import dev.creature.models.whisper.WhisperModel;
import dev.creature.voiceloop.ears.VoiceActivity;
import dev.creature.voiceloop.ears.VoiceActivitySettings;
import dev.creature.voiceloop.ears.VoiceDetector;
import dev.creature.voiceloop.ears.VoiceEvent;
import dev.creature.voiceloop.turntaking.FinalLevel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Hears a recording as the ears do, but in no time, and notes what was known in each of its pauses,
 * so that strategies of turn-taking can be compared on the same evidence.
 */
final class PauseSurvey {
  private static final int MILLI = 16;
  private static final int WINDOW = SileroVad.WINDOW;
  private static final int HUSH_MILLIS = 64;
  private static final int PRE_ROLL = 400 * MILLI;
  private static final int TAIL_MILLIS = 2200;
  private static final List<Integer> JUDGED_MILLIS = List.of(64, 264, 464, 664, 1064, 1464);
  private static final List<Integer> HEARD_MILLIS = List.of(64, 450);

  /** How long the models take in a conversation, as measured there. */
  private static final int JUDGING_MILLIS = 80;

  private static final int RECOGNISING_MILLIS = 85;

  /**
   * A pause, with what was known when.
   *
   * @param end whether nothing follows
   * @param millis how long it lasts; of an end, to the end of the survey
   * @param speechMillis of the turn before it
   * @param finalDecibels how the voice fell before it
   * @param probabilities of the end-of-turn model by the silence at which they were known
   * @param words by the silence at which they were known
   */
  record Pause(
      boolean end,
      long millis,
      long speechMillis,
      double finalDecibels,
      NavigableMap<Integer, Double> probabilities,
      NavigableMap<Integer, String> words) {}

  private final SileroVad vad;
  private final SmartTurn smartTurn;
  private final Recognizer recognizer;

  PauseSurvey(InferenceRuntime runtime, ModelFolder models) {
    this.vad = SileroVad.open(runtime, models);
    this.smartTurn = SmartTurn.open(runtime, models);
    this.recognizer = new Recognizer(WhisperModel.open(runtime, models));
  }

  /** The pauses of one turn, the last one being its end. */
  List<Pause> of(float[] recording) {
    float[] sound = Arrays.copyOf(recording, recording.length + TAIL_MILLIS * MILLI);
    VoiceActivity activity = new VoiceActivity(VoiceActivitySettings.standard());
    VoiceDetector detector = new VoiceDetector(vad);
    List<Pause> pauses = new ArrayList<>();
    long start = -1;
    long hushedAt = -1;
    for (int at = 0; at + WINDOW <= sound.length; at += WINDOW) {
      for (VoiceEvent event : activity.accept(detector.probability(sound, at), sound, at)) {
        if (event instanceof VoiceEvent.Started(long first, _) && start < 0) {
          start = first;
        }
      }
      long now = at + (long) WINDOW;
      if (hushedAt >= 0 && activity.lastSoundEnd() > hushedAt) {
        pauses.add(pause(sound, start, hushedAt, (now - hushedAt) / MILLI, false));
        hushedAt = -1;
      }
      boolean silent = now - activity.lastSoundEnd() >= (long) HUSH_MILLIS * MILLI;
      if (start >= 0 && hushedAt < 0 && silent) {
        hushedAt = activity.lastSoundEnd();
      }
    }
    if (hushedAt >= 0) {
      pauses.add(pause(sound, start, hushedAt, (sound.length - hushedAt) / MILLI, true));
    }
    return pauses;
  }

  private Pause pause(float[] sound, long start, long hushedAt, long millis, boolean end) {
    NavigableMap<Integer, Double> probabilities = new TreeMap<>();
    for (int silence : JUDGED_MILLIS) {
      if (silence + JUDGING_MILLIS < millis) {
        float[] heard = heard(sound, start, hushedAt, silence);
        probabilities.put(
            silence + JUDGING_MILLIS, (double) smartTurn.probability(heard, 0, heard.length));
      }
    }
    NavigableMap<Integer, String> words = new TreeMap<>();
    for (int silence : HEARD_MILLIS) {
      if (silence + RECOGNISING_MILLIS < millis) {
        words.put(
            silence + RECOGNISING_MILLIS,
            recognizer.transcribe(heard(sound, start, hushedAt, silence)).text());
      }
    }
    return new Pause(
        end,
        millis,
        (hushedAt - start) / MILLI,
        FinalLevel.decibels(Arrays.copyOfRange(sound, (int) start, (int) hushedAt)),
        probabilities,
        words);
  }

  private static float[] heard(float[] sound, long start, long hushedAt, int silenceMillis) {
    long to = Math.min(sound.length, hushedAt + (long) silenceMillis * MILLI);
    return Arrays.copyOfRange(sound, (int) Math.max(0, start - PRE_ROLL), (int) to);
  }
}
