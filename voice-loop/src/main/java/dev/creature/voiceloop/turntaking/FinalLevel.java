package dev.creature.voiceloop.turntaking;

/**
 * How loud speech is where it stops, against how loud it was: a voice falls towards the end of what
 * it has to say, and keeps its level where it will go on.
 */
public final class FinalLevel {
  /** How much of the end is weighed. */
  private static final int END_SAMPLES = 16 * 200;

  /** Of sound without any sound. */
  private static final double SILENCE = 1e-9;

  /** Beyond this a difference says nothing more. */
  private static final double LIMIT_DECIBELS = 20;

  private FinalLevel() {}

  /**
   * Level of the last 0.2 s less the level of all, in decibels, -20 to 20; 0 of anything shorter.
   *
   * @param speech of one turn, from its first sound to its last; 16 kHz
   */
  public static double decibels(float[] speech) {
    if (speech.length <= END_SAMPLES) {
      return 0;
    }
    double end = power(speech, speech.length - END_SAMPLES);
    double all = power(speech, 0);
    double difference = 10 * Math.log10((end + SILENCE) / (all + SILENCE));
    return Math.clamp(difference, -LIMIT_DECIBELS, LIMIT_DECIBELS);
  }

  private static double power(float[] speech, int from) {
    double sum = 0;
    for (int i = from; i < speech.length; i++) {
      sum += (double) speech[i] * speech[i];
    }
    return sum / (speech.length - from);
  }
}
