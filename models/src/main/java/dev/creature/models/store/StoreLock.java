package dev.creature.models.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Lets one writer at a time into a folder of models: across processes by a lock on a file, which
 * the operating system gives back when its process dies, and across the threads of this one by a
 * semaphore, because file locks belong to the whole process.
 */
public final class StoreLock implements AutoCloseable {
  private static final Map<Path, Semaphore> IN_THIS_PROCESS = new ConcurrentHashMap<>();

  private final Semaphore semaphore;
  private final FileChannel channel;

  private StoreLock(Semaphore semaphore, FileChannel channel) {
    this.semaphore = semaphore;
    this.channel = channel;
  }

  /**
   * Takes the lock, and waits for it as long as it takes.
   *
   * @param folder whose models are about to be written; made when it is not there
   * @param whenOthersHoldIt run once, before waiting
   * @throws IOException when the folder cannot be written
   */
  public static StoreLock acquire(ModelFolder folder, Runnable whenOthersHoldIt)
      throws IOException {
    Path root = folder.root().toAbsolutePath().normalize();
    Files.createDirectories(root);
    Semaphore semaphore = IN_THIS_PROCESS.computeIfAbsent(root, _ -> new Semaphore(1));
    boolean told = false;
    if (!semaphore.tryAcquire()) {
      whenOthersHoldIt.run();
      told = true;
      semaphore.acquireUninterruptibly();
    }
    try {
      FileChannel channel =
          FileChannel.open(
              root.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        FileLock lock = channel.tryLock();
        if (lock == null) {
          if (!told) {
            whenOthersHoldIt.run();
          }
          lock = channel.lock();
        }
        return new StoreLock(semaphore, channel);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      semaphore.release();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      // Gives the file's lock back, too.
      channel.close();
    } finally {
      semaphore.release();
    }
  }
}
