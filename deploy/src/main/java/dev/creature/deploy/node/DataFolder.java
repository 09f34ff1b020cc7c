package dev.creature.deploy.node;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the node keeps what must outlive it: its authority, the devices that are paired.
 *
 * @param path exists, and can be written
 */
public record DataFolder(Path path) {
  /**
   * A folder that is there and can be written, made where it is missing.
   *
   * @throws FileSystemException when it is not to be had; the message says why
   */
  public static DataFolder open(Path path) throws IOException {
    Path whole = path.toAbsolutePath().normalize();
    try {
      Files.createDirectories(whole);
      Path probe = Files.createTempFile(whole, ".probe", "");
      Files.delete(probe);
    } catch (IOException unusable) {
      throw new FileSystemException(
          whole.toString(),
          null,
          "the data folder cannot be written; name another with --data DIR");
    }
    return new DataFolder(whole);
  }

  /** The user's, by the XDG specification. */
  public static Path ofUser(Map<String, String> environment, Path home) {
    return Optional.ofNullable(environment.get("XDG_DATA_HOME"))
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElseGet(() -> home.resolve(".local").resolve("share"))
        .resolve("creature");
  }
}
