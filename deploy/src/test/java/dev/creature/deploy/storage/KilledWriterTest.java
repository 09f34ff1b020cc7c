package dev.creature.deploy.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.deploy.OwnJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real process that stores events, killed with SIGKILL again and again. {@code
 * -Dcreature.kills=100} kills more often than the usual run; {@code -Dcreature.seed} draws other
 * moments.
 */
class KilledWriterTest {
  private static final int KILLS = Integer.getInteger("creature.kills", 6);
  private static final long SEED = Long.getLong("creature.seed", 20);

  @Test
  void findsEachAnsweredEventAgainAfterEachKill(@TempDir Path folder) throws Exception {
    Random random = new Random(SEED);
    Set<Long> answered = new HashSet<>();
    long next = 1;
    for (int kill = 0; kill < KILLS; kill++) {
      Process writer =
          OwnJvm.of(RowWriter.class, List.of(folder.toString(), Long.toString(next)))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      CompletableFuture<Void> begun = new CompletableFuture<>();
      Thread reader =
          Thread.ofVirtual()
              .start(() -> {
                try (BufferedReader out = writer.inputReader(StandardCharsets.UTF_8)) {
                  out.lines()
                      .filter(line -> line.endsWith("."))
                      .forEach(line -> {
                        answered.add(Long.parseLong(line.substring(0, line.length() - 1)));
                        boolean _ = begun.complete(null);
                      });
                } catch (IOException | UncheckedIOException over) {
                  boolean _ = begun.completeExceptionally(over);
                }
                boolean _ = begun.complete(null);
              });
      Void _ = begun.get(60, TimeUnit.SECONDS);
      boolean _ = writer.waitFor(random.nextInt(400), TimeUnit.MILLISECONDS);
      // By its handle: the process itself would close its output, which is still to be read.
      boolean _ = writer.toHandle().destroyForcibly();
      reader.join();
      assertThat(writer.waitFor()).as("exit code").isEqualTo(128 + 9);
      try (Database database = Database.of(JournalSettings.FILE.in(folder))) {
        Set<Long> stored = Rows.stored(database);
        assertThat(stored).as("behind kill %d", kill + 1).containsAll(answered);
        next = stored.stream().mapToLong(it -> it).max().orElseThrow() + 1;
      }
      if (random.nextBoolean()) {
        Rows.age(folder);
      }
    }
    System.out.printf("killed %d times, none of %d events lost%n", KILLS, answered.size());
  }
}
