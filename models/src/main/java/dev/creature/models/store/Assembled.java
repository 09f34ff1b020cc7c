package dev.creature.models.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes assembled models, once. */
public final class Assembled {
  private Assembled() {}

  /**
   * The folder of a model's assembled files; assembles them first where they are not there yet.
   * Safe to call from several processes at once.
   *
   * @throws MissingModel when the model was never fetched
   * @throws IOException when the source cannot be assembled or the disk is full
   */
  public static Path ensure(ModelFolder folder, String modelId, Assembly assembly)
      throws IOException {
    Path target = folder.assembled(modelId, assembly);
    if (Files.isDirectory(target)) {
      return target;
    }
    if (!Files.isDirectory(folder.source(modelId))) {
      throw new MissingModel(modelId, folder);
    }
    try (StoreLock _ = StoreLock.acquire(folder, () -> {})) {
      return ensureLocked(folder, modelId, assembly);
    }
  }

  /** The same for one who holds the {@link StoreLock} already. */
  public static Path ensureLocked(ModelFolder folder, String modelId, Assembly assembly)
      throws IOException {
    Path target = folder.assembled(modelId, assembly);
    if (!Files.isDirectory(target)) {
      AtomicFolder.write(
          target,
          unfinished -> {
            assembly.assemble(folder.source(modelId), unfinished);
            Checksums.write(unfinished);
          });
    }
    return target;
  }
}
