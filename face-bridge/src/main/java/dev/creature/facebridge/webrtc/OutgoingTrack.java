package dev.creature.facebridge.webrtc;

import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.LongConsumer;

/** The creature's sound into one track; stepped by the {@link Pacer} alone. */
final class OutgoingTrack implements Runnable {
  private static final int BITS = 16;

  private final CustomAudioSource source = new CustomAudioSource();
  private final PacedSound sound;
  private final LongConsumer began;
  private boolean disposed;

  /**
   * Silent at first.
   *
   * @param began is told the playout time of each piece when its first sample leaves
   */
  OutgoingTrack(PacedSound sound, LongConsumer began) {
    this.sound = sound;
    this.began = began;
  }

  CustomAudioSource source() {
    return source;
  }

  @Override
  public void run() {
    PacedSound.Step step = sound.next();
    ByteBuffer bytes =
        ByteBuffer.allocate(Short.BYTES * PacedSound.STEP_SAMPLES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(step.samples());
    synchronized (this) {
      if (disposed) {
        return;
      }
      source.pushAudio(bytes.array(), BITS, PacedSound.RATE, 1, PacedSound.STEP_SAMPLES);
    }
    step.begins().ifPresent(began);
  }

  /** Nothing is pushed after this. */
  synchronized void dispose() {
    if (!disposed) {
      disposed = true;
      source.dispose();
    }
  }
}
