package dev.creature.voiceloop.link;

import dev.creature.voiceloop.engine.SoundClip;
import dev.creature.voiceloop.playout.PlayoutFrame;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * What a sound card does with frames: plays each at its time or, when it came late, as soon as it
 * can, and never two at once.
 *
 * <p>Thread-safe: frames arrive from the conversation, sound is pulled by the link's own thread.
 */
public final class Loudspeaker implements Speaker {
  private static final int FADE_SAMPLES = SoundClip.SAMPLE_RATE * 5 / 1000;

  /** From full to lowered, or back, in 10 ms. */
  private static final double GAIN_STEP = (1 - DUCKED) / (SoundClip.SAMPLE_RATE * 10 / 1000.0);

  /** Told what really sounded. */
  @FunctionalInterface
  public interface Sounded {
    /**
     * A stretch that was not silent.
     *
     * @param atMillis when its first sample sounds
     * @param samples 24 kHz, after ducking and cuts; the receiver's
     */
    void sounded(long atMillis, short[] samples);
  }

  private final BiConsumer<PlayoutFrame, Long> played;
  private final Sounded sounded;
  private final ArrayDeque<PlayoutFrame> frames = new ArrayDeque<>();
  private int nextInFrame;
  private short[] fading = new short[0];
  private double gain = 1;
  private boolean ducked;

  /**
   * Starts silent.
   *
   * @param played told of each frame, on the thread that pulls, with the time at which its first
   *     sample sounds
   */
  public Loudspeaker(BiConsumer<PlayoutFrame, Long> played) {
    this(played, (_, _) -> {});
  }

  /**
   * Starts silent.
   *
   * @param played told of each frame, on the thread that pulls, with the time at which its first
   *     sample sounds
   * @param sounded told of each stretch that was not silent, in order, on the thread that pulls
   */
  public Loudspeaker(BiConsumer<PlayoutFrame, Long> played, Sounded sounded) {
    this.played = played;
    this.sounded = sounded;
  }

  @Override
  public synchronized void play(PlayoutFrame frame) {
    frames.add(frame);
  }

  @Override
  public synchronized void duck(boolean lowered) {
    ducked = lowered;
  }

  @Override
  public synchronized void cut(int turn) {
    if (nextInFrame > 0 && !frames.isEmpty() && frames.getFirst().turn() == turn) {
      short[] rest = frames.getFirst().samples();
      fading =
          Arrays.copyOfRange(rest, nextInFrame, Math.min(rest.length, nextInFrame + FADE_SAMPLES));
      nextInFrame = 0;
    }
    frames.removeIf(frame -> frame.turn() == turn);
  }

  /**
   * Pulls the sound of a stretch of time.
   *
   * @param fromMillis its start on the conversation's clock; stretches follow each other
   * @param target receives 24 kHz samples, filled with silence where there is nothing to play
   */
  public synchronized void pull(long fromMillis, short[] target) {
    Arrays.fill(target, (short) 0);
    mix(fromMillis, target);
    lower(target);
    for (short sample : target) {
      if (sample != 0) {
        sounded.sounded(fromMillis, target.clone());
        return;
      }
    }
  }

  private void lower(short[] target) {
    double wanted = ducked ? DUCKED : 1;
    for (int i = 0; i < target.length && (gain < 1 || wanted < 1); i++) {
      gain =
          wanted > gain ? Math.min(wanted, gain + GAIN_STEP) : Math.max(wanted, gain - GAIN_STEP);
      target[i] = (short) Math.round(target[i] * gain);
    }
  }

  private void mix(long fromMillis, short[] target) {
    int filled = fadeOut(target);
    while (filled < target.length && !frames.isEmpty()) {
      PlayoutFrame frame = frames.getFirst();
      if (nextInFrame == 0) {
        long wait = (frame.playoutMillis() - fromMillis) * SoundClip.SAMPLE_RATE / 1000 - filled;
        if (wait >= target.length - filled) {
          return;
        }
        filled += (int) Math.max(0, wait);
        played.accept(frame, fromMillis + filled * 1000L / SoundClip.SAMPLE_RATE);
      }
      int count = Math.min(target.length - filled, frame.samples().length - nextInFrame);
      System.arraycopy(frame.samples(), nextInFrame, target, filled, count);
      filled += count;
      nextInFrame += count;
      if (nextInFrame == frame.samples().length) {
        frames.removeFirst();
        nextInFrame = 0;
      }
    }
  }

  private int fadeOut(short[] target) {
    int count = Math.min(fading.length, target.length);
    for (int i = 0; i < count; i++) {
      target[i] = (short) (fading[i] * (count - i) / count);
    }
    fading = new short[0];
    return count;
  }
}
