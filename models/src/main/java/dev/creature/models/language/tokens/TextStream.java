package dev.creature.models.language.tokens;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Turns tokens into text as they come, and hands out whole code points only: a token may end in the
 * middle of one. Not thread-safe.
 */
public final class TextStream {
  private final Tokenizer tokenizer;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private byte[] unfinished = new byte[0];

  public TextStream(Tokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /** The text that this token completes; often empty inside of an emoji. */
  public String add(int token) {
    return decode(tokenizer.bytes(token), false);
  }

  /** What an unfinished code point at the end becomes: U+FFFD, or nothing. */
  public String finish() {
    return decode(new byte[0], true);
  }

  private String decode(byte[] more, boolean last) {
    ByteBuffer bytes = ByteBuffer.allocate(unfinished.length + more.length);
    bytes.put(unfinished).put(more).flip();
    CharBuffer text = CharBuffer.allocate(bytes.remaining() + 1);
    decoder.decode(bytes, text, last);
    unfinished = new byte[bytes.remaining()];
    bytes.get(unfinished);
    return text.flip().toString();
  }
}
