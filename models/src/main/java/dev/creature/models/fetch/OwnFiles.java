package dev.creature.models.fetch;

import dev.creature.models.catalog.CatalogModel;
import dev.creature.models.catalog.PublishedFile;
import dev.creature.models.catalog.SourcePackage;
import dev.creature.models.store.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds, among files that a user has, those that models can be made of. */
final class OwnFiles {
  /** Deep enough for an unpacked package, not for a whole home folder. */
  private static final int DEPTH = 6;

  private OwnFiles() {}

  /**
   * Looks at a file, or at all files in a folder.
   *
   * @param place the file or folder
   * @param models whose packages and files are looked for
   * @throws FetchFailure when there is no such place
   */
  static Supply in(Path place, Collection<CatalogModel> models) throws IOException {
    if (!Files.exists(place)) {
      throw new FetchFailure(place + ": no such file or folder");
    }
    Map<String, Path> found = new HashMap<>();
    for (Path file : candidates(place, sizes(models))) {
      found.putIfAbsent(Sha256.of(file), file);
    }
    return new Supply(found);
  }

  /** A single file is always looked at; in a folder, only files of a size that fits. */
  private static List<Path> candidates(Path place, Set<Long> sizes) throws IOException {
    if (Files.isRegularFile(place)) {
      return List.of(place);
    }
    try (Stream<Path> files = Files.walk(place, DEPTH)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> sizes.contains(file.toFile().length()))
          .toList();
    }
  }

  private static Set<Long> sizes(Collection<CatalogModel> models) {
    return models.stream()
        .flatMap(model ->
            Stream.concat(
                model.packages().stream().map(SourcePackage::sizeBytes),
                model.files().stream().map(PublishedFile::sizeBytes)))
        .collect(Collectors.toSet());
  }
}
