package dev.creature.deploy.doctor;

import dev.creature.voiceloop.audio.AudioFiles;
import dev.creature.voiceloop.audio.AudioSource;
import dev.creature.voiceloop.audio.BadAudio;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads a short tone in each kind of recording. */
final class CodecStage {
  private static final List<String> KINDS = List.of("wav", "flac", "opus", "webm");
  private static final int BLOCK_FRAMES = 4096;

  /** The tones are full enough that any decoder that works brings them above this. */
  private static final float AUDIBLE = 0.05f;

  private CodecStage() {}

  static Diagnosis codecs() {
    List<String> broken = new ArrayList<>();
    for (String kind : KINDS) {
      try {
        if (peak(kind) < AUDIBLE) {
          broken.add(kind + ": a tone comes out as silence");
        }
      } catch (BadAudio | IOException e) {
        broken.add(kind + ": " + e.getMessage());
      }
    }
    return broken.isEmpty()
        ? Diagnosis.ok("codecs", "WAV, FLAC, Ogg/Opus and WebM/Opus are read")
        : Diagnosis.failed("codecs", String.join("; ", broken), "build the program anew");
  }

  private static float peak(String kind) throws IOException {
    try (InputStream in = CodecStage.class.getResourceAsStream("tone." + kind)) {
      if (in == null) {
        throw new IOException("the program was packed without its tone");
      }
      float peak = 0;
      try (AudioSource source = AudioFiles.open("tone." + kind, in.readAllBytes())) {
        float[] samples = new float[BLOCK_FRAMES * source.channels()];
        for (int frames = source.read(samples, 0, BLOCK_FRAMES);
            frames > 0;
            frames = source.read(samples, 0, BLOCK_FRAMES)) {
          for (int i = 0; i < frames * source.channels(); i++) {
            peak = Math.max(peak, Math.abs(samples[i]));
          }
        }
      }
      return peak;
    }
  }
}
