package dev.creature.models.fetch;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A package file, of which single files are wanted: a wheel (zip) or an npm package (tar.gz). */
final class Archive {
  private static final int ZIP_MAGIC = 0x504B0304;

  private Archive() {}

  /**
   * Copies a file out of an archive.
   *
   * @param archive the package file
   * @param path of the wanted file inside
   * @param out takes its bytes
   * @throws IOException when the archive is broken or lacks the file
   */
  static void copy(Path archive, String path, OutputStream out) throws IOException {
    if (isZip(archive)) {
      copyFromZip(archive, path, out);
    } else {
      copyFromTar(archive, path, out);
    }
  }

  private static boolean isZip(Path archive) throws IOException {
    try (InputStream in = Files.newInputStream(archive)) {
      byte[] magic = in.readNBytes(Integer.BYTES);
      return magic.length == Integer.BYTES && ByteBuffer.wrap(magic).getInt() == ZIP_MAGIC;
    }
  }

  private static void copyFromZip(Path archive, String path, OutputStream out) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      ZipEntry entry = zip.getEntry(path);
      if (entry == null) {
        throw lacking(archive, path);
      }
      try (InputStream in = zip.getInputStream(entry)) {
        in.transferTo(out);
      }
    } catch (ZipException e) {
      throw new IOException(archive.getFileName() + " is a broken archive: " + e.getMessage(), e);
    }
  }

  private static void copyFromTar(Path archive, String path, OutputStream out) throws IOException {
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        TarReader tar = new TarReader(new GZIPInputStream(file))) {
      while (tar.next()) {
        if (tar.name().equals(path)) {
          tar.copyTo(out);
          return;
        }
      }
    } catch (ZipException | EOFException e) {
      throw new IOException(archive.getFileName() + " is a broken archive: " + e.getMessage(), e);
    }
    throw lacking(archive, path);
  }

  private static IOException lacking(Path archive, String path) {
    return new IOException(archive.getFileName() + " has no " + path + " in it");
  }
}
