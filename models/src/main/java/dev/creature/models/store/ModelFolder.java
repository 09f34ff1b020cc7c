package dev.creature.models.store;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where models are kept.
 *
 * @param root holds a folder for each model, named by its id
 */
public record ModelFolder(Path root) {
  /**
   * The folder of this user: {@code CREATURE_MODELS}, else {@code creature/models} in {@code
   * XDG_CACHE_HOME}, else in {@code ~/.cache}.
   *
   * @param environment the process's environment variables
   * @param home the user's home folder
   */
  public static ModelFolder ofUser(Map<String, String> environment, Path home) {
    return new ModelFolder(
        set(environment, "CREATURE_MODELS")
            .map(Path::of)
            .orElseGet(() ->
                set(environment, "XDG_CACHE_HOME")
                    .map(Path::of)
                    // The XDG specification: relative paths are invalid and to be ignored.
                    .filter(Path::isAbsolute)
                    .orElseGet(() -> home.resolve(".cache"))
                    .resolve("creature")
                    .resolve("models")));
  }

  /** The folder of the user who runs this process. */
  public static ModelFolder ofUser() {
    return ofUser(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  /** Published files of a model, as fetched, such as {@code whisper-tiny.en/source/model.bin}. */
  public Path source(String modelId) {
    return root.resolve(modelId).resolve("source");
  }

  /** Files assembled from them, such as {@code whisper-tiny.en/onnx-1/encoder.onnx}. */
  public Path assembled(String modelId, Assembly assembly) {
    return root.resolve(modelId).resolve(assembly.version());
  }

  private static Optional<String> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
