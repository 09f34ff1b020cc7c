package dev.creature.models.fetch;

import dev.creature.models.catalog.CatalogModel;
import dev.creature.models.catalog.ModelSet;
import dev.creature.models.catalog.PublishedFile;
import dev.creature.models.catalog.Registry;
import dev.creature.models.catalog.SourcePackage;
import dev.creature.models.store.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A small package that pip takes for real, with one file of a model in it.
 *
 * @param name of the package
 * @param content of the model's file
 * @param bytes of the wheel
 */
record TestWheel(String name, byte[] content, byte[] bytes) {
  private static final String VERSION = "1.0";
  private static final LocalDateTime MADE = LocalDateTime.of(2025, 1, 1, 0, 0);

  /** A wheel with that many bytes of noise in it. */
  static TestWheel of(String name, int contentBytes) {
    byte[] content = new byte[contentBytes];
    new Random(name.hashCode()).nextBytes(content);
    return new TestWheel(name, content, pack(name, content));
  }

  String fileName() {
    return module(name) + "-" + VERSION + "-py3-none-any.whl";
  }

  /** The model that the catalog would have for it, named like the package. */
  CatalogModel model() {
    return model(sha256(bytes), bytes.length, content.length);
  }

  CatalogModel model(String packageSha256, long packageBytes, long fileBytes) {
    return new CatalogModel(
        name,
        "a model for tests",
        "MIT",
        ModelSet.DEFAULT,
        List.of(new SourcePackage(Registry.PIP, name, VERSION, packageSha256, packageBytes)),
        List.of(
            new PublishedFile(
                "model.bin",
                sha256(content),
                fileBytes,
                List.of(new PublishedFile.Piece(name, module(name) + "/model.bin")))));
  }

  static String sha256(byte[] bytes) {
    try (DigestOutputStream sum = Sha256.summing(OutputStream.nullOutputStream())) {
      sum.write(bytes);
      return Sha256.sum(sum);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] pack(String name, byte[] content) {
    String info = module(name) + "-" + VERSION + ".dist-info/";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      add(zip, module(name) + "/model.bin", content);
      add(zip, info + "METADATA", "Metadata-Version: 2.1\nName: " + name + "\nVersion: 1.0\n");
      add(
          zip,
          info + "WHEEL",
          "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
      add(zip, info + "RECORD", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String path, String text) throws IOException {
    add(zip, path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void add(ZipOutputStream zip, String path, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(path);
    // Not the time of day: another process makes the same wheel, and must get the same bytes.
    entry.setTimeLocal(MADE);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  private static String module(String name) {
    return name.replace('-', '_');
  }
}
