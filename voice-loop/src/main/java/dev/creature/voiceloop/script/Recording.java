package dev.creature.voiceloop.script;

import dev.creature.voiceloop.engine.PcmBlock;
import dev.creature.voiceloop.engine.SoundClip;
import java.util.ArrayList;
import java.util.List;

/**
 * One input's sound, at both rates that a conversation needs.
 *
 * @param hearing mono, 16 kHz, from -1 to 1: what the ears get
 * @param kept mono, 24 kHz, 16 bit: what is written down
 * @param speech for each 10 ms whether the user speaks
 */
record Recording(float[] hearing, short[] kept, boolean[] speech) {
  /** Who is silent for so long and then goes on begins anew. */
  static final int NEW_UTTERANCE_MILLIS = 1500;

  private static final int FRAME_MILLIS = 10;
  private static final int FRAMES_PER_SECOND = 1000 / FRAME_MILLIS;

  /** A voice is sure of itself this long before and after the window that is judged to hold it. */
  private static final int REACH_FRAMES = 15;

  /** No sound at all: of what is told. */
  static final Recording NONE = new Recording(new float[0], new short[0], new boolean[0]);

  /** A recording in which every sound counts as speech. */
  static Recording of(float[] hearing, short[] kept) {
    return new Recording(hearing, kept, SpeechSpan.sounding(kept, SoundClip.SAMPLE_RATE));
  }

  /** A recording in which only what the judge takes for speech counts. */
  static Recording of(float[] hearing, short[] kept, SpeechJudge judge) {
    boolean[] near = new boolean[kept.length * FRAMES_PER_SECOND / SoundClip.SAMPLE_RATE];
    boolean[] windows = judge.speech(hearing);
    for (int window = 0; window < windows.length; window++) {
      if (windows[window]) {
        long first = window * (long) SpeechJudge.WINDOW * FRAMES_PER_SECOND / PcmBlock.SAMPLE_RATE;
        long end = (window + 1L) * SpeechJudge.WINDOW * FRAMES_PER_SECOND / PcmBlock.SAMPLE_RATE;
        for (long at = Math.max(0, first - REACH_FRAMES);
            at < Math.min(near.length, end + REACH_FRAMES);
            at++) {
          near[(int) at] = true;
        }
      }
    }
    boolean[] speech = SpeechSpan.sounding(kept, SoundClip.SAMPLE_RATE);
    for (int i = 0; i < speech.length; i++) {
      speech[i] &= i < near.length && near[i];
    }
    return new Recording(hearing, kept, speech);
  }

  /**
   * A stretch of speech.
   *
   * @param longestPauseMillis inside it
   */
  record Utterance(long startMillis, long endMillis, long longestPauseMillis) {
    Utterance later(long millis) {
      return new Utterance(startMillis + millis, endMillis + millis, longestPauseMillis);
    }
  }

  /** What the user says, divided where it is silent for {@value #NEW_UTTERANCE_MILLIS} ms. */
  List<Utterance> utterances() {
    List<Utterance> utterances = new ArrayList<>();
    int first = -1;
    int last = -1;
    int longest = 0;
    for (int i = 1; i < speech.length; i++) {
      // A single frame is a click.
      if (!speech[i] || !speech[i - 1]) {
        continue;
      }
      int gap = last < 0 ? 0 : i - last - 2;
      if (gap * FRAME_MILLIS >= NEW_UTTERANCE_MILLIS) {
        utterances.add(utterance(first, last, longest));
        first = -1;
        longest = 0;
      } else {
        longest = Math.max(longest, gap);
      }
      first = first < 0 ? i - 1 : first;
      last = i;
    }
    if (last >= 0) {
      utterances.add(utterance(first, last, longest));
    }
    return utterances.isEmpty() ? List.of(new Utterance(0, 0, 0)) : utterances;
  }

  private static Utterance utterance(int first, int last, int longest) {
    return new Utterance(
        (long) first * FRAME_MILLIS, (last + 1L) * FRAME_MILLIS, (long) longest * FRAME_MILLIS);
  }

  long durationMillis() {
    return hearing.length / 16;
  }
}
