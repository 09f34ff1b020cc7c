package dev.creature.voiceloop.script;

import dev.creature.voiceloop.engine.SoundClip;
import dev.creature.voiceloop.script.RealTimeUser.Fed;
import java.util.ArrayList;
import java.util.List;

/**
 * Delays measured from the two channels of a conversation, never from logs.
 *
 * <p>An input with a silence of {@value Recording#NEW_UTTERANCE_MILLIS} ms or more inside counts as
 * several utterances, each of which may be answered.
 *
 * @param answered inputs, or parts of them, that the creature answered
 * @param overlaps inputs during which a reply was heard although the user went on; replies to an
 *     earlier input that still sounded do not count
 * @param inputsWithPauses inputs that hold a pause of at least {@value Overlap#PAUSE_MILLIS} ms:
 *     those in which the creature can be too early
 * @param unanswered indexes of inputs that no sound followed
 */
record TurnDelays(
    List<Answered> answered,
    List<Overlap> overlaps,
    int inputsWithPauses,
    List<Integer> unanswered) {
  private static final int FALSE_TAKEOVER_MILLIS = 300;
  private static final int NEW_REPLY_SILENCE_MILLIS = 400;
  private static final int FRAME_MILLIS = 10;

  /**
   * Measures.
   *
   * @param recordings the inputs' sound
   * @param fed where each stands in the conversation
   * @param creature the creature's channel, 24 kHz
   * @param continuers of the creature, which count apart
   */
  static TurnDelays measure(
      List<Recording> recordings, List<Fed> fed, short[] creature, List<Continuer> continuers) {
    boolean[] sounding = sounding(creature);
    List<Answered> answered = new ArrayList<>();
    List<Integer> unanswered = new ArrayList<>();
    List<Overlap> overlaps = new ArrayList<>();
    int inputsWithPauses = 0;
    for (int i = 0; i < fed.size(); i++) {
      Fed input = fed.get(i);
      if (input.endMillis() == input.startMillis()) {
        // Told, not said: nobody waits for an answer.
        continue;
      }
      List<Recording.Utterance> utterances = recordings.get(input.input()).utterances();
      long next = i + 1 < fed.size() ? fed.get(i + 1).startMillis() : Long.MAX_VALUE;
      for (int j = 0; j < utterances.size(); j++) {
        boolean last = j + 1 == utterances.size();
        Recording.Utterance utterance = utterances.get(j).later(input.startMillis());
        long end = utterance.endMillis();
        long until = last ? next : utterances.get(j + 1).startMillis() + input.startMillis();
        inputsWithPauses += utterance.longestPauseMillis() >= Overlap.PAUSE_MILLIS ? 1 : 0;
        int inside = heardInside(sounding, utterance.startMillis(), end);
        boolean encouraged =
            inside <= Continuer.LONGEST_MILLIS
                && continuers.stream().anyMatch(word -> word.within(utterance.startMillis(), end));
        boolean tooLong = inside > FALSE_TAKEOVER_MILLIS && !encouraged;
        if (inside > 0) {
          overlaps.add(new Overlap(input.input(), inside, utterance.longestPauseMillis(), tooLong));
        }
        int first = first(sounding, end, until, inside > 0);
        if (first >= 0) {
          answered.add(new Answered(input.input(), (double) ((long) first * FRAME_MILLIS - end)));
        } else if (last) {
          unanswered.add(input.input());
        }
      }
    }
    return new TurnDelays(answered, overlaps, inputsWithPauses, unanswered);
  }

  /** From the user's last sound to the creature's first, for each that was answered. */
  List<Double> voiceToVoiceMillis() {
    return answered.stream().map(Answered::afterMillis).toList();
  }

  /** Inputs during which more than {@value #FALSE_TAKEOVER_MILLIS} ms of a reply were heard. */
  int falseTakeovers() {
    return (int) overlaps.stream().filter(Overlap::tooLong).count();
  }

  /**
   * Inputs with a pause during which less was heard: a word of encouragement, or a start that was
   * taken back.
   */
  int shortOverlaps() {
    return (int) overlaps.stream().filter(it -> !it.tooLong() && it.inTurnWithPause()).count();
  }

  private static boolean[] sounding(short[] creature) {
    int size = SoundClip.SAMPLE_RATE * FRAME_MILLIS / 1000;
    boolean[] sounding = new boolean[creature.length / size];
    for (int frame = 0; frame < sounding.length; frame++) {
      for (int i = frame * size; i < (frame + 1) * size && !sounding[frame]; i++) {
        // The creature's channel is exact zero while it is silent; -50 dBFS leaves its fades out.
        sounding[frame] = Math.abs(creature[i]) > 100;
      }
    }
    return sounding;
  }

  /**
   * First frame with sound at or after the end that is an onset: the frames before it are silent,
   * or it begins right there. A reply that began too early and goes on is there at once.
   */
  private static int first(
      boolean[] sounding, long endMillis, long untilMillis, boolean beganInside) {
    int from = (int) (endMillis / FRAME_MILLIS);
    if (beganInside && from > 0 && from < sounding.length && sounding[from - 1] && sounding[from]) {
      return from;
    }
    for (int frame = from; frame < sounding.length; frame++) {
      if ((long) frame * FRAME_MILLIS >= untilMillis) {
        return -1;
      }
      if (sounding[frame] && (frame == 0 || !sounding[frame - 1])) {
        return frame;
      }
    }
    return -1;
  }

  private static int heardInside(boolean[] sounding, long startMillis, long endMillis) {
    int heard = 0;
    int silent = 0;
    boolean fresh = false;
    for (int frame = (int) (startMillis / FRAME_MILLIS);
        frame < Math.min(sounding.length, endMillis / FRAME_MILLIS);
        frame++) {
      // A reply to what was said before may still sound, with pauses; only one that begins inside
      // this input counts.
      fresh |= sounding[frame] && silent >= NEW_REPLY_SILENCE_MILLIS;
      silent = sounding[frame] ? 0 : silent + FRAME_MILLIS;
      heard += fresh && sounding[frame] ? FRAME_MILLIS : 0;
    }
    return heard;
  }
}
