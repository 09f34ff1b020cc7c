package dev.creature.models.voice;

/**
 * The buzz of the vocal cords: from the pitch of each frame, a pulse train that has every harmonic
 * below 11 kHz at the same strength. Frames without a voice are silent.
 */
final class PulseTrain {
  private static final float VOICED_HERTZ = 40;
  private static final float HIGHEST_HERTZ = 11_000;

  private PulseTrain() {}

  /**
   * Makes the pulses.
   *
   * @param pitchHertz one for each frame
   * @param hop samples a frame
   */
  static float[] of(float[] pitchHertz, int hop, int sampleRate) {
    int frames = pitchHertz.length;
    float[] pulses = new float[frames * hop];
    double cycles = 0;
    int at = 0;
    for (int frame = 0; frame < frames; frame++) {
      float before = pitchHertz[Math.max(frame - 1, 0)];
      float here = pitchHertz[frame];
      float after = pitchHertz[Math.min(frame + 1, frames - 1)];
      for (int j = 0; j < hop; j++) {
        // A frame's pitch holds at its middle; between the middles it moves in a line.
        float place = (j + 0.5f) / hop;
        float pitch =
            place < 0.5f
                ? before * (0.5f - place) + here * (place + 0.5f)
                : here * (1.5f - place) + after * (place - 0.5f);
        boolean voiced = pitch > VOICED_HERTZ;
        float hertz = Math.max(pitch, VOICED_HERTZ);
        cycles += (double) hertz / sampleRate;
        cycles -= (int) cycles;
        if (voiced) {
          pulses[at] = pulse(cycles, hertz);
        }
        at++;
      }
    }
    return pulses;
  }

  /** Σ cos(2πhc) over the harmonics h = 1 to H, in closed form. */
  private static float pulse(double cycles, float hertz) {
    double harmonics = Math.floor(HIGHEST_HERTZ / hertz) + 0.5;
    double below = 2 * sineOfCycles(cycles / 2);
    if (Math.abs(below) <= 2e-3) {
      return (float) (harmonics - 0.5);
    }
    double above = harmonics * cycles;
    return (float) (sineOfCycles(above - Math.rint(above)) / below - 0.5);
  }

  /** sin(2πc) for c from −0.5 to 0.5; exact to 1e-8, several times faster than the library's. */
  private static double sineOfCycles(double c) {
    double x = Math.PI * c;
    double y = x * x;
    double sin =
        x
            * (1
                + y
                    * (-1.0 / 6
                        + y
                            * (1.0 / 120
                                + y
                                    * (-1.0 / 5040
                                        + y
                                            * (1.0 / 362880
                                                + y * (-1.0 / 39916800 + y / 6227020800.0))))));
    double cos =
        1
            + y
                * (-0.5
                    + y
                        * (1.0 / 24
                            + y
                                * (-1.0 / 720
                                    + y
                                        * (1.0 / 40320
                                            + y
                                                * (-1.0 / 3628800
                                                    + y
                                                        * (1.0 / 479001600
                                                            - y / 87178291200.0))))));
    return 2 * sin * cos;
  }
}
