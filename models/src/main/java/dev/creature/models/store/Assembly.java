package dev.creature.models.store;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Makes what ONNX Runtime needs out of a model's published files, once, after they were fetched.
 */
public interface Assembly {
  /**
   * Name of the form that this assembly writes; change it whenever the output would differ, so that
   * caches are made anew.
   */
  String version();

  /**
   * Writes the assembled files.
   *
   * @param source folder of the model's published files, see {@link ModelFolder#source}
   * @param target an empty folder; it becomes {@link ModelFolder#assembled} only when this method
   *     returns
   * @throws IOException when the source is not what is expected or the disk is full
   */
  void assemble(Path source, Path target) throws IOException;
}
