package dev.creature.models.fetch;

import dev.creature.models.store.ModelFolder;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import java.util.Optional;

/** Says clearly what is wrong with the disk. */
final class DiskTrouble {
  private static final long MEGABYTE = 1_000_000;

  private DiskTrouble() {}

  /** A failure for the user, made of what the operating system said. */
  static FetchFailure explain(IOException trouble, ModelFolder folder) {
    String said = String.valueOf(trouble.getMessage()).toLowerCase(Locale.ROOT);
    if (said.contains("no space left") || said.contains("quota exceeded")) {
      return new FetchFailure(
          "the disk of "
              + folder.root()
              + " is full; make room, or set CREATURE_MODELS to a folder"
              + " on another disk, and run this again, which keeps what has arrived",
          trouble);
    }
    if (trouble instanceof AccessDeniedException
        || said.contains("read-only file system")
        || said.contains("not permitted")
        || said.contains("not a directory")
        || trouble.getCause() instanceof ReadOnlyFileSystemException) {
      return new FetchFailure(
          "cannot write to the folder of models "
              + folder.root()
              + " ("
              + reason(trouble)
              + "); make it writable, or set CREATURE_MODELS to a folder that is",
          trouble);
    }
    return new FetchFailure(
        "fetching models into " + folder.root() + ": " + reason(trouble), trouble);
  }

  /**
   * Checks that there is room, before anything is downloaded.
   *
   * @throws FetchFailure when there is not
   */
  static void requireRoom(ModelFolder folder, long neededBytes) throws IOException {
    Optional<Path> existing = Optional.of(folder.root().toAbsolutePath());
    while (existing.isPresent() && !Files.exists(existing.get())) {
      existing = existing.map(Path::getParent);
    }
    long freeBytes = Files.getFileStore(existing.orElseThrow()).getUsableSpace();
    if (freeBytes < neededBytes) {
      throw new FetchFailure(
          "the disk of %s has %,d MB left, and %,d MB are needed; make room, or set CREATURE_MODELS to a folder on another disk"
              .formatted(folder.root(), freeBytes / MEGABYTE, neededBytes / MEGABYTE));
    }
  }

  private static String reason(IOException trouble) {
    if (trouble instanceof FileSystemException file && file.getReason() != null) {
      return file.getFile() + ": " + file.getReason();
    }
    return switch (trouble) {
      case AccessDeniedException denied -> denied.getFile() + ": permission denied";
      case IOException other -> other.getMessage() == null ? other.toString() : other.getMessage();
    };
  }
}
