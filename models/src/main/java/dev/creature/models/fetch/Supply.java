package dev.creature.models.fetch;

import dev.creature.models.catalog.CatalogModel;
import dev.creature.models.catalog.PublishedFile;
import dev.creature.models.catalog.SourcePackage;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Files on this machine that models can be made of, known by what is in them and not by their
 * names.
 *
 * @param bySha256 where the bytes of each SHA-256 are
 */
record Supply(Map<String, Path> bySha256) {
  Supply {
    bySha256 = Map.copyOf(bySha256);
  }

  Optional<Path> file(PublishedFile file) {
    return Optional.ofNullable(bySha256.get(file.sha256()));
  }

  Optional<Path> archive(SourcePackage source) {
    return Optional.ofNullable(bySha256.get(source.sha256()));
  }

  /** What is still lacking for a model; empty when it can be made. */
  Optional<String> lackingFor(CatalogModel model) {
    return model.files().stream()
        .filter(file -> file(file).isEmpty())
        .flatMap(file -> file.pieces().stream())
        .map(piece -> packageOf(model, piece))
        .filter(source -> archive(source).isEmpty())
        .map(source -> "the package " + source.label() + " (SHA-256 " + source.sha256() + ")")
        .findFirst();
  }

  static SourcePackage packageOf(CatalogModel model, PublishedFile.Piece piece) {
    return model.packages().stream()
        .filter(source -> source.name().equals(piece.packageName()))
        .findFirst()
        .orElseThrow();
  }
}
