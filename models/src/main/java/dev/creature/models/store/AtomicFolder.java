package dev.creature.models.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a folder so that it is there as a whole or not at all, whenever the process is killed or
 * the power goes: under another name first, flushed to the disk, then renamed.
 */
public final class AtomicFolder {
  private static final String UNFINISHED = ".unfinished-";

  /** Fills a folder. */
  @FunctionalInterface
  public interface Filling {
    void fill(Path folder) throws IOException;
  }

  private AtomicFolder() {}

  /**
   * Writes a folder, in place of the one that may be there.
   *
   * @param target where it is to be; its parent folders are made
   * @param filling writes into an empty folder
   * @throws IOException from the filling or the disk; nothing is left behind then
   */
  public static void write(Path target, Filling filling) throws IOException {
    Path parent = Files.createDirectories(parentOf(target));
    Path unfinished = Files.createTempDirectory(parent, UNFINISHED);
    try {
      filling.fill(unfinished);
      flush(unfinished);
      if (Files.exists(target)) {
        Path old = Files.createTempDirectory(parent, UNFINISHED);
        Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        delete(old);
      } else {
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      delete(unfinished);
    }
  }

  /** Deletes what runs that were killed have left in a folder. */
  public static void deleteLeftovers(Path parent) throws IOException {
    if (!Files.isDirectory(parent)) {
      return;
    }
    List<Path> leftovers;
    try (Stream<Path> children = Files.list(parent)) {
      leftovers =
          children.filter(child -> child.getFileName().toString().startsWith(UNFINISHED)).toList();
    }
    for (Path leftover : leftovers) {
      try {
        delete(leftover);
      } catch (DirectoryNotEmptyException _) {
        // A child process of the run that was killed lives on and writes into it; nobody reads what
        // it writes, and the next run tidies up.
      }
    }
  }

  /** Deletes a folder with all that is in it, if it is there. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            // Gone already: an orphaned child process may tidy up at the same time.
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void flush(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> tree = Files.walk(folder)) {
      files = tree.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    }
  }

  private static Path parentOf(Path target) {
    Path parent = target.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException("a folder of models cannot be the root: " + target);
    }
    return parent;
  }
}
