package dev.creature.deploy.command;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines of UTF-8 of which a bad one spoils no other. */
final class LineInput {
  /** Longer lines are no utterances; they are passed over without being kept. */
  static final int MOST_BYTES = 64 * 1024;

  /** A line, or what is wrong with it. */
  sealed interface Line {
    record Text(String text) implements Line {}

    record Wrong(String why) implements Line {}
  }

  private final InputStream in;

  LineInput(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /** The next line; empty at the end. */
  Optional<Line> next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long length = 0;
    int read = in.read();
    if (read < 0) {
      return Optional.empty();
    }
    for (; read >= 0 && read != '\n'; read = in.read()) {
      length++;
      if (length <= MOST_BYTES) {
        bytes.write(read);
      }
    }
    if (length > MOST_BYTES) {
      return Optional.of(
          new Line.Wrong("has " + length + " bytes; an utterance has at most " + MOST_BYTES));
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString();
      return Optional.of(
          new Line.Text(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text));
    } catch (CharacterCodingException _) {
      return Optional.of(new Line.Wrong("is not UTF-8"));
    }
  }
}
