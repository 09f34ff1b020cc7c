package dev.creature.deploy.node;

import dev.creature.actors.affect.AffectTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The creature's temper: its own table, where the data folder has one. */
final class AffectFile {
  private AffectFile() {}

  static AffectTable read(Path folder) throws IOException {
    Path own = folder.resolve("affect.conf");
    if (!Files.exists(own)) {
      return AffectTable.usual();
    }
    try {
      return AffectTable.read(own);
    } catch (IllegalArgumentException bad) {
      throw new IOException(String.valueOf(bad.getMessage()), bad);
    }
  }
}
