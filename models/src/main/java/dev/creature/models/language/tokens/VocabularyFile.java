package dev.creature.models.language.tokens;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A vocabulary on disk, in a form that loads in milliseconds: pre-tokenizer, counts, then for each
 * token its kind, length and bytes, then the merges, all big endian.
 */
public final class VocabularyFile {
  private static final int MAGIC = 0x43564f43; // "CVOC"

  private VocabularyFile() {}

  /** Writes a vocabulary. */
  public static void write(Vocabulary vocabulary, Path file) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(MAGIC);
      out.writeUTF(vocabulary.preTokenizer().name());
      out.writeInt(vocabulary.size());
      out.writeInt(vocabulary.merges().length);
      for (int token = 0; token < vocabulary.size(); token++) {
        byte[] bytes = vocabulary.bytes()[token];
        out.writeBoolean(vocabulary.control()[token]);
        out.writeShort(bytes.length);
        out.write(bytes);
      }
      for (int merge : vocabulary.merges()) {
        out.writeInt(merge);
      }
    }
  }

  /**
   * Reads a vocabulary.
   *
   * @throws IOException when the file is missing, cut short or none of this kind
   */
  public static Vocabulary read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      if (in.readInt() != MAGIC) {
        throw new IOException(file + " is no vocabulary; remove its folder to make it anew");
      }
      PreTokenizer preTokenizer = PreTokenizer.valueOf(in.readUTF());
      int size = in.readInt();
      byte[] mergeBytes = new byte[Math.multiplyExact(in.readInt(), Integer.BYTES)];
      byte[][] bytes = new byte[size][];
      boolean[] control = new boolean[size];
      for (int token = 0; token < size; token++) {
        control[token] = in.readBoolean();
        bytes[token] = new byte[in.readUnsignedShort()];
        in.readFully(bytes[token]);
      }
      in.readFully(mergeBytes);
      int[] merges = new int[mergeBytes.length / Integer.BYTES];
      ByteBuffer.wrap(mergeBytes).asIntBuffer().get(merges);
      return new Vocabulary(preTokenizer, bytes, control, merges);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " is damaged; remove its folder to make it anew", e);
    }
  }
}
