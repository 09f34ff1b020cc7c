package dev.creature.deploy.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.util.Optional;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of the embedded database, brought in order as H2 opens it.
 *
 * <p>H2 writes each commit as a chunk of its own, anywhere in the file where there is room. The
 * file's header is to say which chunk is the newest, but since version 2.2 it is written before H2
 * knows: it names the chunk before. A process that is killed leaves such a header behind. At the
 * next start H2 looks for the chunks behind the one that the header names, does not find them when
 * they lie elsewhere, takes an older state for the newest and writes on from there: commits that
 * were answered are gone. So, where a file was not closed, the header is set to the newest whole
 * chunk before H2 reads it.
 */
public final class JournalFile extends FilePathWrapper {
  private static final Logger LOG = LoggerFactory.getLogger(JournalFile.class);
  private static final String SCHEME = "journal";
  private static final String SUFFIX = ".mv.db";

  static {
    FilePath.register(new JournalFile());
  }

  /** For {@link FilePath}, which makes one for each path. */
  public JournalFile() {}

  /** The address of a database in this file, without settings; H2 adds the ending. */
  static String url(String path) {
    return "jdbc:h2:" + SCHEME + ":" + path;
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    FileChannel file = super.open(mode);
    if (mode.contains("w") && toString().endsWith(SUFFIX)) {
      try (FileLock lock = file.tryLock()) {
        if (lock != null) {
          Optional<ChunkPlace> found = StoreHeader.mend(file);
          found.ifPresent(
              place -> LOG.info("the journal was not closed; its newest commit is in {}", place));
        }
      } catch (OverlappingFileLockException open) {
        // It is in use, and H2 will say so.
        LOG.debug("{} is open already", this);
      }
    }
    return file;
  }
}
