package dev.creature.models.catalog;

import java.util.regex.Pattern;

/** What the records of the catalog check at birth. */
final class Checks {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private Checks() {}

  static void sha256(String name, String sha256) {
    if (!SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException(
          name + ": a SHA-256 has 64 lower-case hexadecimal digits, not `" + sha256 + "`");
    }
  }

  static void size(String name, long sizeBytes) {
    if (sizeBytes <= 0) {
      throw new IllegalArgumentException(name + ": no size of " + sizeBytes + " bytes");
    }
  }
}
