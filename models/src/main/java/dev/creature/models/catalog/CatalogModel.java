package dev.creature.models.catalog;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A model, where it comes from, and what it is checked against.
 *
 * @param id also the name of its folder
 * @param title what it is, for people
 * @param licence SPDX identifier of what its makers allow
 * @param set what it is fetched together with
 * @param packages that carry its files
 * @param files that it consists of
 */
public record CatalogModel(
    String id,
    String title,
    String licence,
    ModelSet set,
    List<SourcePackage> packages,
    List<PublishedFile> files) {
  public CatalogModel {
    packages = List.copyOf(packages);
    files = List.copyOf(files);
    Set<String> names = packages.stream().map(SourcePackage::name).collect(Collectors.toSet());
    for (PublishedFile file : files) {
      for (PublishedFile.Piece piece : file.pieces()) {
        if (!names.contains(piece.packageName())) {
          throw new IllegalArgumentException(
              id + ": " + file.name() + " comes from the unknown package " + piece.packageName());
        }
      }
    }
  }

  /** Size of all its files together. */
  public long sizeBytes() {
    return files.stream().mapToLong(PublishedFile::sizeBytes).sum();
  }

  /**
   * The same model with a file of the user's own in place of its single published one.
   *
   * @param sha256 of the user's file, in lower-case hexadecimal
   * @throws IllegalArgumentException when the model has more than one file
   */
  public CatalogModel withOwnFile(String sha256) {
    if (files.size() != 1) {
      throw new IllegalArgumentException(
          "the model "
              + id
              + " has "
              + files.size()
              + " files; only a single file can be replaced");
    }
    PublishedFile file = files.getFirst();
    return new CatalogModel(
        id,
        title,
        licence,
        set,
        packages,
        List.of(new PublishedFile(file.name(), sha256, file.sizeBytes(), file.pieces())));
  }
}
