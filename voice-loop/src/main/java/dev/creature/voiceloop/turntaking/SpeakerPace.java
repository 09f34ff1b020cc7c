package dev.creature.voiceloop.turntaking;

/**
 * How one speaker pauses inside turns, learned while the conversation lasts.
 *
 * @param pauses how many pauses inside turns were heard
 * @param longPauseMillis about the length that one in five of them exceeds; 0 before the first
 * @param cuts how often the turn that is being spoken was answered too early, and given back
 */
public record SpeakerPace(int pauses, double longPauseMillis, int cuts) {
  /** Of somebody who has not paused yet. */
  public static final SpeakerPace UNKNOWN = new SpeakerPace(0, 0, 0);

  /** Longer ones are breaks between two turns, not a habit. */
  private static final long LONGEST_MILLIS = 1500;

  private static final double UP = 0.5;
  private static final double DOWN = 0.125;

  /** The pace with another pause, after which the same turn went on. */
  public SpeakerPace paused(long millis) {
    double length = Math.min(millis, LONGEST_MILLIS);
    double step = length > longPauseMillis ? UP : DOWN;
    return new SpeakerPace(pauses + 1, longPauseMillis + step * (length - longPauseMillis), cuts);
  }

  /** The pace in a turn that was cut into so often. */
  public SpeakerPace cutInto(int times) {
    return new SpeakerPace(pauses, longPauseMillis, times);
  }
}
