package dev.creature.models.whisper;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What each text token of Whisper stands for: a few bytes of UTF-8, byte-level BPE as in GPT-2. */
public final class Vocabulary {
  private final byte[][] tokens;

  private Vocabulary(byte[][] tokens) {
    this.tokens = tokens;
  }

  /** A vocabulary of these tokens, numbered from 0. */
  public static Vocabulary of(List<String> tokens) {
    return new Vocabulary(
        tokens.stream()
            .map(token -> token.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new));
  }

  /**
   * Reads a {@code tokenizer.json} of the Hugging Face form, with a vocabulary of byte-level BPE.
   *
   * @throws IOException when it is missing or does not hold all {@value WhisperTokens#END} tokens
   */
  static Vocabulary ofTokenizer(Path file) throws IOException {
    JsonNode root;
    try {
      root = new ObjectMapper().readTree(file.toFile());
    } catch (JacksonException e) {
      throw new IOException(file + ": no valid JSON: " + e.getOriginalMessage(), e);
    }
    int[] byteOf = bytesByCharacter();
    byte[][] tokens = new byte[WhisperTokens.END][];
    for (Map.Entry<String, JsonNode> entry : root.path("model").path("vocab").properties()) {
      int token = entry.getValue().asInt(-1);
      if (token < 0 || token >= tokens.length) {
        continue;
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (char character : entry.getKey().toCharArray()) {
        if (character >= byteOf.length || byteOf[character] < 0) {
          throw new IOException(
              "%s: token %d has the character U+%04X, which stands for no byte"
                  .formatted(file, token, (int) character));
        }
        bytes.write(byteOf[character]);
      }
      tokens[token] = bytes.toByteArray();
    }
    for (int token = 0; token < tokens.length; token++) {
      if (tokens[token] == null) {
        throw new IOException(file + ": model.vocab lacks token " + token);
      }
    }
    return new Vocabulary(tokens);
  }

  /** Reads what {@link #write} wrote. */
  static Vocabulary read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      byte[][] tokens = new byte[WhisperTokens.END][];
      for (int token = 0; token < tokens.length; token++) {
        tokens[token] = new byte[in.readUnsignedByte()];
        in.readFully(tokens[token]);
      }
      return new Vocabulary(tokens);
    } catch (EOFException e) {
      throw new IOException(file + ": too short; remove its folder to have it made again", e);
    }
  }

  /** Writes the tokens in their order, each a length of one byte and its bytes. */
  void write(Path file) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (byte[] token : tokens) {
        out.writeByte(token.length);
        out.write(token);
      }
    }
  }

  /**
   * The text of tokens. Control tokens have none; half a character at the end is left out, as the
   * next token would complete it.
   */
  public String text(List<Integer> ids) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int id : ids) {
      if (id < tokens.length) {
        bytes.writeBytes(tokens[id]);
      }
    }
    byte[] all = bytes.toByteArray();
    return new String(all, 0, completeLength(all), StandardCharsets.UTF_8);
  }

  /** Whether a token begins a new word: its text starts with a space. */
  public boolean startsWord(int id) {
    return id < tokens.length && tokens[id].length > 0 && tokens[id][0] == ' ';
  }

  /** Whether a token holds a letter or a digit, or a part of one beyond ASCII. */
  public boolean isWordPart(int id) {
    if (id >= tokens.length) {
      return false;
    }
    for (byte value : tokens[id]) {
      if (value < 0 || Character.isLetterOrDigit(value)) {
        return true;
      }
    }
    return false;
  }

  /** Length without an unfinished character at the end. */
  private static int completeLength(byte[] utf8) {
    int lead = utf8.length - 1;
    while (lead >= 0 && lead > utf8.length - 4 && (utf8[lead] & 0xC0) == 0x80) {
      lead--;
    }
    if (lead < 0) {
      return utf8.length;
    }
    int first = Byte.toUnsignedInt(utf8[lead]);
    int needed = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
    return utf8.length - lead < needed ? lead : utf8.length;
  }

  /**
   * GPT-2 writes each byte as a printable character: most of Latin-1 as itself, the other 68 as
   * U+0100 and on, in order.
   */
  private static int[] bytesByCharacter() {
    int[] bytes = new int[0x100 + 68];
    Arrays.fill(bytes, -1);
    int next = 0x100;
    for (int value = 0; value < 0x100; value++) {
      boolean printable =
          (value >= '!' && value <= '~')
              || (value >= 0xA1 && value <= 0xAC)
              || (value >= 0xAE && value <= 0xFF);
      bytes[printable ? value : next++] = value;
    }
    return bytes;
  }
}
