package dev.creature.models.voice;

import dev.creature.models.store.Assembly;
import java.io.IOException;
import java.nio.file.Path;

/** Exposes the durations of the published Kokoro model: {@code kokoro.onnx}. */
public final class KokoroAssembly implements Assembly {
  static final String MODEL = "kokoro.onnx";

  @Override
  public String version() {
    return "voice-1";
  }

  @Override
  public void assemble(Path source, Path target) throws IOException {
    ExposedDurations.copy(source.resolve("kokoro.int8.onnx"), target.resolve(MODEL));
  }
}
