package dev.creature.models.catalog;

/**
 * A published package that carries files of models.
 *
 * @param registry who serves it
 * @param name its name there
 * @param version the pinned version
 * @param sha256 of the package file, in lower-case hexadecimal
 * @param sizeBytes of the package file
 */
public record SourcePackage(
    Registry registry, String name, String version, String sha256, long sizeBytes) {
  public SourcePackage {
    Checks.sha256(name, sha256);
    Checks.size(name, sizeBytes);
  }

  /** Name and version in one word, fit for a folder. */
  public String label() {
    // The packages of a scope, as npm has them, are named after it with a slash.
    return (name + "-" + version).replace('/', '-');
  }
}
