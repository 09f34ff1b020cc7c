package dev.creature.deploy.bench;

import dev.creature.models.vad.SileroVad;
import dev.creature.voiceloop.ears.VoiceActivity;
import dev.creature.voiceloop.ears.VoiceActivitySettings;
import dev.creature.voiceloop.ears.VoiceDetector;
import dev.creature.voiceloop.ears.VoiceEvent;
import dev.creature.voiceloop.noise.NoiseSuppression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the ears find a voice in a sound of {@link NoisySpeech}, judged by where they find it when
 * there is no noise.
 *
 * @param events as the ears notice them
 */
record VoiceInNoise(List<VoiceEvent> events) {
  private static final int MILLI = 16;

  /** A start within this of the true one is no false one. */
  private static final long NEAR = 300 * MILLI;

  /** In quiet, an end is noticed 0.16 to 0.19 s behind it. */
  private static final long SOONEST_END = 100 * MILLI;

  private static final long LATEST_END = 400 * MILLI;

  VoiceInNoise {
    events = List.copyOf(events);
  }

  /** Listens. */
  static VoiceInNoise in(float[] sound, SileroVad vad, NoiseSuppression suppression) {
    VoiceActivity activity = new VoiceActivity(VoiceActivitySettings.standard());
    VoiceDetector detector = new VoiceDetector(vad);
    NoiseSuppression.Stream cleaned = suppression.open();
    List<VoiceEvent> events = new ArrayList<>();
    for (int at = 0; at + VoiceActivity.WINDOW <= sound.length; at += VoiceActivity.WINDOW) {
      float[] window = Arrays.copyOfRange(sound, at, at + VoiceActivity.WINDOW);
      cleaned.clean(window);
      events.addAll(activity.accept(detector.probability(window, 0), window, 0));
    }
    return new VoiceInNoise(events);
  }

  /** First sample of the first voice; -1 where there is none. */
  long start() {
    return events.stream()
        .filter(VoiceEvent.Started.class::isInstance)
        .map(VoiceEvent.Started.class::cast)
        .mapToLong(VoiceEvent.Started::atSample)
        .findFirst()
        .orElse(-1);
  }

  /** Behind the last sample of the last voice that ended; -1 where there is none. */
  long end() {
    return events.stream()
        .filter(VoiceEvent.Ended.class::isInstance)
        .map(VoiceEvent.Ended.class::cast)
        .mapToLong(VoiceEvent.Ended::atSample)
        .reduce(-1, (_, later) -> later);
  }

  /** Voices that begin where there is only noise. */
  int falseStarts(VoiceInNoise quiet) {
    return (int)
        events.stream()
            .filter(VoiceEvent.Started.class::isInstance)
            .map(VoiceEvent.Started.class::cast)
            .filter(
                it -> it.atSample() < quiet.start() - NEAR || it.atSample() > quiet.end() + NEAR)
            .count();
  }

  /** Whether a voice is heard at any moment in which there is one. */
  boolean found(VoiceInNoise quiet) {
    long since = -1;
    for (VoiceEvent event : events) {
      switch (event) {
        case VoiceEvent.Started(long at, long _) -> since = at;
        case VoiceEvent.Ended(long at, long _) -> {
          if (since < quiet.end() && at > quiet.start()) {
            return true;
          }
          since = -1;
        }
      }
    }
    return since >= 0 && since < quiet.end();
  }

  /** Whether the end of what was said is noticed, and between 0.1 and 0.4 s behind it. */
  boolean endNoticed(VoiceInNoise quiet) {
    return events.stream()
        .filter(VoiceEvent.Ended.class::isInstance)
        .map(VoiceEvent.Ended.class::cast)
        .anyMatch(it ->
            it.noticedSample() >= quiet.end() + SOONEST_END
                && it.noticedSample() <= quiet.end() + LATEST_END);
  }
}
