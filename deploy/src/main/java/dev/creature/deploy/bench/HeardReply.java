package dev.creature.deploy.bench;

import dev.creature.voiceloop.engine.SoundClip;
import java.util.List;
import java.util.OptionalLong;

/**
 * What was heard of one reply, found out by laying the creature's recorded channel against the
 * sound that the reply was meant to have: how loud it was at each moment, when it fell silent, and
 * where in its own words it went on.
 *
 * <p>Times are milliseconds on the conversation's clock.
 */
final class HeardReply {
  private static final int PER_MILLI = SoundClip.SAMPLE_RATE / 1000;
  private static final int STEP = 5 * PER_MILLI;

  /** −15 dB. */
  private static final double DUCKED = 0.178;

  private static final double SILENT = 0.01;

  /** −50 dBFS, over 5 ms: softer parts of speech say nothing of its loudness. */
  private static final double AUDIBLE = 104;

  /** Equal samples that cannot be chance. */
  private static final int ALIKE = 60 * PER_MILLI;

  /** Where it falls silent by itself, the two lie apart. */
  private enum Softer {
    SINCE_THE_LAST_LOUD_SOUND,
    AT_THE_FIRST_SOFT_SOUND
  }

  private final short[] channel;
  private final short[] meant;
  private final List<SoundClip> clips;
  private final int start;

  /**
   * Lays one against the other.
   *
   * @param channel the creature's, 24 kHz, from 0
   * @param clips of the reply, in order
   * @param startMillis when the reply began to sound
   */
  HeardReply(short[] channel, List<SoundClip> clips, long startMillis) {
    this.channel = channel;
    this.clips = List.copyOf(clips);
    this.start = Math.toIntExact(startMillis * PER_MILLI);
    this.meant = new short[clips.stream().mapToInt(clip -> clip.samples().length).sum()];
    int at = 0;
    for (SoundClip clip : clips) {
      System.arraycopy(clip.samples(), 0, meant, at, clip.samples().length);
      at += clip.samples().length;
    }
  }

  /** When the last of it would have sounded, undisturbed. */
  long wholeUntilMillis() {
    return ((long) start + meant.length) / PER_MILLI;
  }

  /**
   * Whether up to a moment it was heard as it was meant to be.
   *
   * @param untilMillis not behind its end
   */
  boolean undisturbedUntil(long untilMillis) {
    int until = Math.min(Math.toIntExact(untilMillis * PER_MILLI), channel.length) - start;
    for (int i = 0; i < Math.min(until, meant.length); i++) {
      if (channel[start + i] != meant[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * From when on it is at least 15 dB softer than meant; where it pauses by itself, from its last
   * loud sound on.
   *
   * @param fromMillis nothing before counts
   * @return empty when that does not happen while it lasts
   */
  OptionalLong duckedMillis(long fromMillis) {
    return softer(fromMillis, DUCKED, Softer.SINCE_THE_LAST_LOUD_SOUND);
  }

  /** The first sound that is at least 15 dB softer than meant. */
  OptionalLong coveredMillis(long fromMillis) {
    return softer(fromMillis, DUCKED, Softer.AT_THE_FIRST_SOFT_SOUND);
  }

  /** From when on it is not heard at all (−40 dB); otherwise like {@link #duckedMillis}. */
  OptionalLong silentMillis(long fromMillis) {
    return softer(fromMillis, SILENT, Softer.SINCE_THE_LAST_LOUD_SOUND);
  }

  private OptionalLong softer(long fromMillis, double share, Softer which) {
    int at = Math.toIntExact(fromMillis * PER_MILLI) - start;
    int quietFrom = at;
    for (; at + STEP <= meant.length && start + at + STEP <= channel.length; at += STEP) {
      double wanted = level(meant, at);
      if (wanted < AUDIBLE) {
        continue;
      }
      if (level(channel, start + at) <= share * wanted) {
        int found =
            switch (which) {
              case SINCE_THE_LAST_LOUD_SOUND -> quietFrom;
              case AT_THE_FIRST_SOFT_SOUND -> at;
            };
        return OptionalLong.of((start + found) / PER_MILLI);
      }
      quietFrom = at + STEP;
    }
    return OptionalLong.empty();
  }

  /**
   * Where in its own sound it goes on.
   *
   * @param fromMillis of the channel; the first 60 ms of full loudness behind this are looked for
   * @param untilMillis where to give up
   */
  OptionalLong goesOnAtOffset(long fromMillis, long untilMillis) {
    int from = Math.toIntExact(fromMillis * PER_MILLI);
    int until = Math.min(Math.toIntExact(untilMillis * PER_MILLI), channel.length - ALIKE);
    // Past the ramp of 10 ms that follows a duck: try a place every 20 ms.
    for (int at = from; at < until; at += 20 * PER_MILLI) {
      if (level(channel, at) < AUDIBLE || level(channel, at + ALIKE - STEP) < AUDIBLE) {
        continue;
      }
      for (int offset = 0; offset + ALIKE <= meant.length; offset++) {
        if (alike(at, offset)) {
          return OptionalLong.of(leadIn(at, offset) / PER_MILLI);
        }
      }
    }
    return OptionalLong.empty();
  }

  /** The first sample of a stretch that is heard as it was meant to be. */
  private int leadIn(int at, int offset) {
    int back = 0;
    while (offset - back > 0
        && at - back > 0
        && channel[at - back - 1] == meant[offset - back - 1]) {
      back++;
    }
    return offset - back;
  }

  private boolean alike(int at, int offset) {
    for (int i = 0; i < ALIKE; i++) {
      if (channel[at + i] != meant[offset + i]) {
        return false;
      }
    }
    return true;
  }

  /** How much of it was to be heard at a moment, had nobody disturbed it. */
  long offsetAt(long millis) {
    return millis - start / PER_MILLI;
  }

  /**
   * The start of the word that sounds at an offset, or of the first one behind it.
   *
   * @return empty behind the last word
   */
  OptionalLong wordStart(long offsetMillis) {
    long before = 0;
    for (SoundClip clip : clips) {
      for (SoundClip.TimedWord word : clip.words()) {
        if (before + word.endMillis() > offsetMillis) {
          return OptionalLong.of(before + word.startMillis());
        }
      }
      before += clip.durationMillis();
    }
    return OptionalLong.empty();
  }

  /** All its words. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (SoundClip clip : clips) {
      clip.words().forEach(word -> text.append(text.isEmpty() ? "" : " ").append(word.text()));
    }
    return text.toString();
  }

  private static double level(short[] samples, int from) {
    double energy = 0;
    for (int i = from; i < from + STEP; i++) {
      energy += (double) samples[i] * samples[i];
    }
    return Math.sqrt(energy / STEP);
  }
}
