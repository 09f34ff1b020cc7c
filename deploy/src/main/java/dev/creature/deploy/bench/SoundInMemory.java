package dev.creature.deploy.bench;

import dev.creature.voiceloop.audio.AudioSource;
import java.util.List;

/** Computed or joined sound, one channel, read like a recording. */
final class SoundInMemory implements AudioSource {
  private final float[] samples;
  private final int sampleRate;
  private int at;

  SoundInMemory(float[] samples, int sampleRate) {
    this.samples = samples;
    this.sampleRate = sampleRate;
  }

  @Override
  public int sampleRate() {
    return sampleRate;
  }

  @Override
  public int channels() {
    return 1;
  }

  @Override
  public int read(float[] interleaved, int offset, int frames) {
    int count = Math.min(frames, samples.length - at);
    System.arraycopy(samples, at, interleaved, offset, count);
    at += count;
    return count == 0 ? -1 : count;
  }

  @Override
  public List<String> warnings() {
    return List.of();
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
