package dev.creature.deploy.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a kill leaves of the journal's file, for kills behind any of its writes and in the middle of
 * them. {@code -Dcreature.lives} lives more lives than those of the usual run.
 */
class JournalFileTest {
  private static final int LIVES = Integer.getInteger("creature.lives", 10);
  private static final long SEED = Long.getLong("creature.seed", 20);
  private static final int ROWS = 12;
  private static final int PAGE_BYTES = 4096;

  @TempDir private Path folder;
  private final Random random = new Random(SEED);

  @Test
  void keepsEachAnsweredCommitWhereverTheProcessIsKilled() throws Exception {
    Path data = Files.createDirectories(folder.resolve("data"));
    Path file = data.resolve("journal.mv.db");
    long next = 1;
    for (int life = 0; life < LIVES; life++) {
      if (life > 0 && random.nextInt(4) != 0) {
        Rows.age(data);
      }
      Set<Long> before = life == 0 ? Set.of() : found(Files.readAllBytes(file));
      Map<Long, Integer> answered = live(data, next);
      next += 2 * ROWS;
      int changes = RecordedFile.changes();
      assertThat(RecordedFile.after(changes, 0)).isEqualTo(Files.readAllBytes(file));
      for (int kill = 0; kill < changes; kill++) {
        boolean early = kill < changes - 8;
        if (early && random.nextInt(6) != 0) {
          continue;
        }
        int pages = RecordedFile.bytes(kill) / PAGE_BYTES;
        // The system writes page by page, and may be stopped between two.
        for (int bytes : new int[] {0, pages < 2 ? 0 : PAGE_BYTES * random.nextInt(1, pages)}) {
          Set<Long> expected = new HashSet<>(before);
          int at = kill;
          answered.forEach((number, when) -> {
            if (when <= at) {
              expected.add(number);
            }
          });
          if (life > 0 || !expected.isEmpty()) {
            assertThat(found(RecordedFile.after(kill, bytes)))
                .as("life %d, killed %d bytes behind write %d of %d", life, bytes, kill, changes)
                .containsAll(expected);
          }
        }
      }
      boolean closed = life == 0 || random.nextInt(3) == 0;
      int kill = closed ? changes : random.nextInt(changes / 2, changes + 1);
      Files.write(file, RecordedFile.after(kill, 0));
    }
  }

  /** Stores rows on two connections, closes, and says behind how many writes each was answered. */
  private static Map<Long, Integer> live(Path data, long first) throws Exception {
    JournalSettings settings = JournalSettings.FILE.in(data);
    Map<Long, Integer> answered = new ConcurrentHashMap<>();
    JournalSettings recorded =
        new JournalSettings(RecordedFile.url(settings.url()), settings.user(), settings.password());
    try (Database database = Database.of(recorded);
        ExecutorService writers = Executors.newFixedThreadPool(2)) {
      int _ = Migrations.run(database);
      Set<Future<?>> both =
          IntStream.range(0, 2)
              .mapToObj(writer ->
                  writers.submit(() -> {
                    for (int i = 0; i < ROWS; i++) {
                      long number = first + 2L * i + writer;
                      Rows.store(database, number);
                      answered.put(number, RecordedFile.changes());
                    }
                    return answered.size();
                  }))
              .collect(Collectors.toSet());
      for (Future<?> one : both) {
        Object _ = one.get();
      }
    }
    return answered;
  }

  private Set<Long> found(byte[] file) throws Exception {
    Path copy = Files.createTempDirectory(folder, "killed");
    Files.write(copy.resolve("journal.mv.db"), file);
    try (Database database = Database.of(JournalSettings.FILE.in(copy))) {
      return Rows.stored(database);
    }
  }
}
