package dev.creature.models.catalog;

import java.util.List;

/**
 * A file of a model, as its makers published it.
 *
 * @param name in the model's source folder
 * @param sha256 of the file, in lower-case hexadecimal
 * @param sizeBytes of the file
 * @param pieces what it is joined from, in this order; one, mostly
 */
public record PublishedFile(String name, String sha256, long sizeBytes, List<Piece> pieces) {
  /**
   * A file inside a package.
   *
   * @param packageName one of the model's packages
   * @param path in the package's archive
   */
  public record Piece(String packageName, String path) {}

  public PublishedFile {
    Checks.sha256(name, sha256);
    Checks.size(name, sizeBytes);
    pieces = List.copyOf(pieces);
    if (pieces.isEmpty()) {
      throw new IllegalArgumentException(name + " has no pieces");
    }
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new IllegalArgumentException("not a plain file name: " + name);
    }
  }
}
