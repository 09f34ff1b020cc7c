package dev.creature.tools.mcp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of UTF-8; one that is longer than allowed comes as an empty one. */
final class LineReader {
  private final InputStream in;
  private final int longest;

  LineReader(InputStream in, int longest) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.longest = longest;
  }

  /** The next line without its end; null after the last one. */
  @Nullable String next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean any = false;
    boolean tooLong = false;
    for (int read = in.read(); read >= 0; read = in.read()) {
      any = true;
      if (read == '\n') {
        break;
      }
      if (line.size() < longest) {
        line.write(read);
      } else {
        tooLong = true;
      }
    }
    return any ? (tooLong ? "" : line.toString(StandardCharsets.UTF_8)) : null;
  }
}
