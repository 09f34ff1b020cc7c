package dev.creature.voiceloop.playout;

import dev.creature.voiceloop.engine.SoundClip;
import dev.creature.voiceloop.engine.SoundClip.TimedWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One reply on its way to the listener: cuts its sound into frames, gives each out shortly before
 * it is to be heard, and knows which words were heard at any moment.
 *
 * <p>Frames follow each other without a gap while there is sound. Where the sound runs out before
 * the reply is complete, the last frame is filled with silence and the next one starts when there
 * is more. Advanced by the caller's clock; not thread-safe.
 */
public final class Playout {
  /**
   * Sound is handed to the link this long before it is to be heard: long enough for a late tick,
   * short enough that little has to be called back on an interruption.
   */
  public static final long LOOKAHEAD_MILLIS = 160;

  /** Softer than this, at 16 bit (−60 dBFS), is silence. */
  private static final int AUDIBLE = 32;

  /**
   * Sound cards give and take sound in pieces of so many milliseconds: the first frame is to be
   * heard one later than it was handed over.
   */
  public static final int TICK_MILLIS = 10;

  /**
   * A word with its place in time and in the sound.
   *
   * @param clip index of its clip
   * @param offset its first sample in there
   */
  private record PlacedWord(String text, long startMillis, long endMillis, int clip, int offset) {}

  private final int turn;
  private final List<SoundClip> clips = new ArrayList<>();
  private final List<PlacedWord> words = new ArrayList<>();
  private int current;
  private int nextInClip;
  private long nextFrameMillis = -1;
  private long lastSoundMillis;
  private boolean complete;
  private boolean held;

  /** Starts with no sound. */
  public Playout(int turn) {
    this.turn = turn;
  }

  /** Whose reply it is. */
  public int turn() {
    return turn;
  }

  /** Adds sound behind what came before. */
  public void add(SoundClip clip) {
    clips.add(clip);
  }

  /**
   * Falls silent, to go on later from the word that was being said at a moment.
   *
   * @param coveredFromMillis that moment; words that began to sound later count as not heard
   */
  public void hold(long coveredFromMillis) {
    held = true;
    int first = 0;
    while (first < words.size() && words.get(first).endMillis() <= coveredFromMillis) {
      first++;
    }
    if (first < words.size()) {
      current = words.get(first).clip();
      nextInClip = words.get(first).offset();
      // Its words that are still to come keep their place and are set anew when they sound.
      words.subList(first, words.size()).clear();
    }
    lastSoundMillis = Math.min(lastSoundMillis, coveredFromMillis);
  }

  /** Goes on after {@link #hold}. */
  public void resume() {
    held = false;
  }

  /** No more sound will come. */
  public void complete() {
    complete = true;
  }

  /** Whether {@link #complete} was called. */
  public boolean isComplete() {
    return complete;
  }

  /** Whether any sound was given out. */
  public boolean started() {
    return nextFrameMillis >= 0;
  }

  /**
   * The next frame, when it is time for it.
   *
   * @param nowMillis the clock, never before that of an earlier call
   * @return a frame to hand to the link now; call again until there is none
   */
  public Optional<PlayoutFrame> next(long nowMillis) {
    if (held || exhausted()) {
      return Optional.empty();
    }
    long earliest = nowMillis + TICK_MILLIS;
    long playoutMillis = Math.max(nextFrameMillis, earliest);
    if (playoutMillis > nowMillis + LOOKAHEAD_MILLIS) {
      return Optional.empty();
    }
    boolean mayWait = playoutMillis > earliest;
    if (mayWait && !complete && waiting() < PlayoutFrame.SAMPLES) {
      return Optional.empty();
    }
    short[] samples = new short[PlayoutFrame.SAMPLES];
    fill(samples, playoutMillis);
    noteSound(samples, playoutMillis);
    nextFrameMillis = playoutMillis + PlayoutFrame.MILLIS;
    return Optional.of(new PlayoutFrame(turn, playoutMillis, samples));
  }

  /**
   * When the last sound of the reply is heard; the silence that fills its last frame does not
   * count.
   *
   * @return empty until the reply is complete and all of it was given out
   */
  public Optional<Long> endMillis() {
    return complete && !held && exhausted() ? Optional.of(lastSoundMillis) : Optional.empty();
  }

  /**
   * The words that were heard.
   *
   * @param untilMillis a word counts when more than half of it sounded before this time
   */
  public String heardUntil(long untilMillis) {
    StringBuilder heard = new StringBuilder();
    for (PlacedWord word : words) {
      if ((word.startMillis() + word.endMillis()) / 2 > untilMillis) {
        break;
      }
      if (!heard.isEmpty()) {
        heard.append(' ');
      }
      heard.append(word.text());
    }
    return heard.toString();
  }

  private void fill(short[] frame, long playoutMillis) {
    int filled = 0;
    while (filled < frame.length && !exhausted()) {
      SoundClip clip = clips.get(current);
      int count = Math.min(frame.length - filled, clip.samples().length - nextInClip);
      place(clip, nextInClip, count, playoutMillis + filled * 1000L / SoundClip.SAMPLE_RATE);
      System.arraycopy(clip.samples(), nextInClip, frame, filled, count);
      filled += count;
      nextInClip += count;
      if (nextInClip == clip.samples().length) {
        current++;
        nextInClip = 0;
      }
    }
  }

  private boolean exhausted() {
    return current >= clips.size();
  }

  private void noteSound(short[] frame, long playoutMillis) {
    for (int i = frame.length - 1; i >= 0; i--) {
      if (Math.abs(frame[i]) > AUDIBLE) {
        lastSoundMillis = playoutMillis + (i + 1) * 1000L / SoundClip.SAMPLE_RATE;
        return;
      }
    }
  }

  /** Notes the words that begin inside a stretch of a clip. */
  private void place(SoundClip clip, int from, int count, long startMillis) {
    for (TimedWord word : clip.words()) {
      int offset = Math.toIntExact(word.startMillis() * SoundClip.SAMPLE_RATE / 1000);
      int inside = Math.min(offset, clip.samples().length - 1);
      if (inside >= from && inside < from + count) {
        long start = startMillis + (offset - from) * 1000L / SoundClip.SAMPLE_RATE;
        long length = word.endMillis() - word.startMillis();
        words.add(new PlacedWord(word.text(), start, start + length, current, inside));
      }
    }
  }

  private long waiting() {
    long samples = -nextInClip;
    for (SoundClip clip : clips.subList(current, clips.size())) {
      samples += clip.samples().length;
    }
    return samples;
  }
}
