package dev.creature.tools.mcp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;

/** Tells when a stream has ended. */
final class EndOfInput extends FilterInputStream {
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  EndOfInput(InputStream in) {
    super(in);
  }

  CompletableFuture<Void> ended() {
    return ended;
  }

  @Override
  public int read() throws IOException {
    return noted(super.read());
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    return noted(super.read(bytes, offset, length));
  }

  private int noted(int read) {
    if (read < 0) {
      ended.complete(null);
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    ended.complete(null);
    super.close();
  }
}
