package dev.creature.voiceloop.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens recordings. What a file is, its first bytes say, not its name: browsers save WebM as {@code
 * .wav}.
 */
public final class AudioFiles {
  private static final int LOOKED_AT = 512;
  private static final String READABLE = "give WAV, FLAC, Ogg/Opus or WebM/Opus";

  private AudioFiles() {}

  /**
   * Opens WAV, FLAC, Ogg/Opus or WebM/Opus.
   *
   * @throws BadAudio when it is something else
   * @throws IOException when there is no such file, or it cannot be read
   */
  public static AudioSource open(Path file) throws IOException {
    ByteReader bytes = bytesOf(file);
    return closingOnFailure(bytes, () -> detect(bytes));
  }

  /** Opens a file without header: 16 kHz, 16-bit little-endian, one channel. */
  public static AudioSource openRaw(Path file) throws IOException {
    return new RawReader(bytesOf(file));
  }

  /**
   * Opens a recording that is in memory.
   *
   * @param name what messages call it
   */
  public static AudioSource open(String name, byte[] content) {
    return detect(new ByteReader(new ByteArrayInputStream(content), name));
  }

  private static ByteReader bytesOf(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new BadAudio(file.toString(), "is a folder; name the recordings in it");
    }
    InputStream in = Files.newInputStream(file);
    return new ByteReader(in, file.toString());
  }

  private interface Opening {
    AudioSource open();
  }

  private static AudioSource closingOnFailure(ByteReader bytes, Opening opening)
      throws IOException {
    try {
      return opening.open();
    } catch (BadAudio e) {
      bytes.close();
      throw e;
    } catch (UncheckedIOException e) {
      bytes.close();
      throw new FileSystemException(bytes.name(), null, e.getMessage());
    }
  }

  private static AudioSource detect(ByteReader bytes) {
    byte[] head = bytes.peek(LOOKED_AT);
    if (head.length == 0) {
      throw bytes.bad("is empty");
    }
    skipId3(bytes, head);
    String start = new String(bytes.peek(12), StandardCharsets.ISO_8859_1) + "\0".repeat(12);
    return switch (start.substring(0, 4)) {
      case "RIFF", "RF64" -> WavReader.open(bytes);
      case "fLaC" -> FlacReader.open(bytes);
      case "OggS" -> OggOpusReader.open(bytes);
      case "\u001aE\u00df\u00a3" -> WebmOpusReader.open(bytes);
      default -> throw bytes.bad(whatElse(start, bytes.peek(LOOKED_AT)) + "; " + READABLE);
    };
  }

  /** Some taggers put an ID3 tag in front of FLAC, where it does not belong. */
  private static void skipId3(ByteReader bytes, byte[] head) {
    if (head.length < 10 || head[0] != 'I' || head[1] != 'D' || head[2] != '3') {
      return;
    }
    int size = 0;
    for (int i = 6; i < 10; i++) {
      size = (size << 7) | (head[i] & 0x7f);
    }
    try {
      bytes.skip(10L + size);
    } catch (ByteReader.OutOfBytes e) {
      throw bytes.bad("ends inside its ID3 tag; " + READABLE);
    }
  }

  private static String whatElse(String start, byte[] head) {
    if (start.startsWith("RIFX") || start.startsWith("FORM")) {
      return "is AIFF or big-endian WAV, which cannot be read";
    }
    if (start.startsWith("ftyp", 4)) {
      return "is an MP4 file, which cannot be read";
    }
    if (head.length > 1 && (head[0] & 0xff) == 0xff && (head[1] & 0xe0) == 0xe0) {
      return "is MP3 or AAC, which cannot be read";
    }
    return isText(head) ? "is text, not sound" : "is no sound file that is known here";
  }

  private static boolean isText(byte[] head) {
    for (byte letter : head) {
      boolean control =
          letter >= 0 && letter < 0x20 && letter != '\n' && letter != '\r' && letter != '\t';
      if (control || letter == 0x7f) {
        return false;
      }
    }
    return true;
  }
}
