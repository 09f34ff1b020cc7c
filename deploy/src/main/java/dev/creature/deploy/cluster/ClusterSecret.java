package dev.creature.deploy.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/**
 * What a machine must know to become a node. Made by chance with 130 bits; never logged.
 *
 * @param value at least {@value #SHORTEST} letters
 */
public record ClusterSecret(String value) {
  static final int SHORTEST = 20;
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

  public ClusterSecret {
    if (value.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "a cluster secret has at least "
              + SHORTEST
              + " letters; use the one that the first node"
              + " made");
    }
  }

  /** A new one. */
  static ClusterSecret random(SecureRandom random) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < 26; i++) {
      letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return new ClusterSecret(letters.toString());
  }

  /**
   * That of a file.
   *
   * @throws IOException when it cannot be read
   */
  public static ClusterSecret read(Path file) throws IOException {
    return new ClusterSecret(Files.readString(file).strip());
  }

  /** That of a file, made where there is none; only its owner may read it. */
  public static ClusterSecret in(Path file, SecureRandom random) throws IOException {
    if (Files.exists(file)) {
      return read(file);
    }
    ClusterSecret secret = random(random);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, secret.value() + "\n");
    return secret;
  }

  @Override
  public String toString() {
    return "(hidden)";
  }
}
