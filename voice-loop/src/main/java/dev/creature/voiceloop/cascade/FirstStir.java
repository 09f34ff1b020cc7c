package dev.creature.voiceloop.cascade;

/**
 * When something begins that may be a voice: either the VAD says so, or it is loud and the VAD does
 * not rule it out.
 *
 * <p>The VAD needs two or three windows of a voice before it is sure, and a reply that is lowered
 * only then has talked into a word. Loudness alone is there at once, and wrong about doors and
 * keys; lowered in vain, a reply must not flutter, so loudness counts once in a while. Not
 * thread-safe.
 */
final class FirstStir {
  /** What the VAD is sure of not being a voice is less likely than this. */
  private static final double NOT_RULED_OUT = 0.05;

  private static final long REST_SAMPLES = 16_000;

  private final double sure;
  private long restsUntil;

  /**
   * Nothing yet.
   *
   * @param sure probability from which a window sounds like a voice
   */
  FirstStir(double sure) {
    this.sure = sure;
  }

  /**
   * Whether a window in which no voice is known of may be the beginning of one.
   *
   * @param probability of a voice in it, by the VAD
   * @param loud whether something in it stands far out of the noise
   * @param end sample behind the window
   */
  boolean perhaps(double probability, boolean loud, long end) {
    if (probability >= sure) {
      return true;
    }
    if (!loud || probability < NOT_RULED_OUT || end < restsUntil) {
      return false;
    }
    restsUntil = end + REST_SAMPLES;
    return true;
  }
}
