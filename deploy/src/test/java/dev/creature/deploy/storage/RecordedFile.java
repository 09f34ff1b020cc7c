package dev.creature.deploy.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A file of H2 that remembers what was written to it, and so what any kill would have left. */
public final class RecordedFile extends FilePathWrapper {
  private static final List<Change> CHANGES = new ArrayList<>();
  private static byte[] before = {};

  static {
    FilePath.register(new RecordedFile());
  }

  /** For {@link FilePath}, which makes one for each path. */
  public RecordedFile() {}

  /** Bytes that were written, or with none the file's new end. */
  private record Change(long at, byte[] bytes) {}

  /** An address, with recording. */
  static String url(String url) {
    return url.replace("jdbc:h2:", "jdbc:h2:recorded:");
  }

  /** How many changes there have been since it was opened. */
  static int changes() {
    synchronized (CHANGES) {
      return CHANGES.size();
    }
  }

  /** How many bytes a change wrote; 0 for one that cut the file. */
  static int bytes(int change) {
    synchronized (CHANGES) {
      return CHANGES.get(change).bytes().length;
    }
  }

  /**
   * What a kill would have left.
   *
   * @param changes made wholly
   * @param bytes that the one behind them had written
   */
  static byte[] after(int changes, int bytes) {
    synchronized (CHANGES) {
      byte[] file = before;
      for (int i = 0; i < changes; i++) {
        file = changed(file, CHANGES.get(i), CHANGES.get(i).bytes().length);
      }
      return bytes == 0 ? file : changed(file, CHANGES.get(changes), bytes);
    }
  }

  private static byte[] changed(byte[] file, Change change, int bytes) {
    int at = Math.toIntExact(change.at());
    if (change.bytes().length == 0) {
      return Arrays.copyOf(file, Math.min(file.length, at));
    }
    byte[] longer = at + bytes > file.length ? Arrays.copyOf(file, at + bytes) : file.clone();
    System.arraycopy(change.bytes(), 0, longer, at, bytes);
    return longer;
  }

  @Override
  public String getScheme() {
    return "recorded";
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    FileChannel file = super.open(mode);
    if (!toString().endsWith(".mv.db")) {
      return file;
    }
    ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(file.size()));
    while (all.hasRemaining()) {
      int _ = file.read(all, all.position());
    }
    synchronized (CHANGES) {
      CHANGES.clear();
      before = all.array();
    }
    return new Recording(file);
  }

  private static final class Recording extends FileBaseDefault {
    private final FileChannel file;

    private Recording(FileChannel file) {
      this.file = file;
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
      byte[] bytes = new byte[source.remaining()];
      source.duplicate().get(bytes);
      while (source.hasRemaining()) {
        int _ = file.write(source, position + bytes.length - source.remaining());
      }
      synchronized (CHANGES) {
        CHANGES.add(new Change(position, bytes));
      }
      return bytes.length;
    }

    @Override
    protected void implTruncate(long size) throws IOException {
      FileChannel _ = file.truncate(size);
      synchronized (CHANGES) {
        CHANGES.add(new Change(size, new byte[0]));
      }
    }

    @Override
    public synchronized int read(ByteBuffer target, long position) throws IOException {
      return file.read(target, position);
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public void force(boolean metaData) throws IOException {
      file.force(metaData);
    }

    @Override
    public synchronized FileLock tryLock(long position, long size, boolean shared)
        throws IOException {
      return file.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      file.close();
    }
  }
}
