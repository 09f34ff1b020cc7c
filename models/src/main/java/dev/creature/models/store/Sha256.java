package dev.creature.models.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 sums, in lower-case hexadecimal. */
public final class Sha256 {
  private Sha256() {}

  /** The sum of a file's bytes. */
  public static String of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestOutputStream sink = summing(OutputStream.nullOutputStream())) {
      in.transferTo(sink);
      return sum(sink);
    }
  }

  /** A stream that sums what it hands on; ask {@link #sum} at the end. */
  public static DigestOutputStream summing(OutputStream out) {
    try {
      return new DigestOutputStream(out, MessageDigest.getInstance("SHA-256"));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The sum of all that was written so far; the stream starts anew after it. */
  public static String sum(DigestOutputStream stream) {
    return HexFormat.of().formatHex(stream.getMessageDigest().digest());
  }
}
