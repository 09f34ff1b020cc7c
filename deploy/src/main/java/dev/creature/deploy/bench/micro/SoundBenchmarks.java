package dev.creature.deploy.bench.micro;

import dev.creature.voiceloop.audio.Resampler;
import dev.creature.voiceloop.echo.EchoCanceller;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What every piece of a microphone's sound goes through. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SoundBenchmarks {
  private static final int TEN_MILLIS_OF_48_KHZ = 480;
  private static final int WINDOWS = 64;

  /** The loudspeaker stands so many samples from the microphone. */
  private static final int ECHO_DELAY = 700;

  private static final float ECHO_GAIN = 0.3f;

  private final float[] noise = noise((WINDOWS + 3) * EchoCanceller.WINDOW);
  private final Resampler resampler = new Resampler(48_000, 16_000);
  private final float[] resampled = new float[resampler.mostOutput(TEN_MILLIS_OF_48_KHZ)];
  private final EchoCanceller canceller = new EchoCanceller();
  private final float[] microphone = new float[EchoCanceller.WINDOW];
  private final float[] played = new float[EchoCanceller.WINDOW];
  private int window;

  /** Noise of −16 dBFS: it leaves no shortcut to silence. */
  private static float[] noise(int samples) {
    SplittableRandom random = new SplittableRandom(1);
    float[] noise = new float[samples];
    for (int i = 0; i < samples; i++) {
      noise[i] = (float) random.nextDouble(-0.25, 0.25);
    }
    return noise;
  }

  /** 10 ms of 48 kHz become 16 kHz. */
  @Benchmark
  public float resamples() {
    return resampler.process(noise, 0, TEN_MILLIS_OF_48_KHZ, resampled, 0) + resampled[0];
  }

  /** 32 ms of a microphone that hears the creature, delayed and softer. */
  @Benchmark
  public float cancelsEcho() {
    window = (window + 1) % WINDOWS;
    int at = (window + 2) * EchoCanceller.WINDOW;
    System.arraycopy(noise, at, played, 0, EchoCanceller.WINDOW);
    for (int i = 0; i < EchoCanceller.WINDOW; i++) {
      microphone[i] = ECHO_GAIN * noise[at - ECHO_DELAY + i];
    }
    canceller.clean(microphone, played);
    return microphone[0];
  }
}
