package dev.creature.deploy.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.deploy.OwnJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One life of a {@link TaskNode}, from its start to its end or its kill. */
final class NodeLife {
  private static final String OVER = "over";
  private static final int PATIENCE_SECONDS = 240;

  private final Process process;
  private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<String> said = new ArrayList<>();
  private boolean over;

  private NodeLife(Process process) {
    this.process = process;
    Thread.ofVirtual()
        .start(() -> {
          try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            out.lines().forEach(lines::add);
          } catch (IOException e) {
            lines.add(String.valueOf(e));
          }
          lines.add(OVER);
        });
  }

  /** Begins one: the same folder and tasks as before go on where the last one was killed. */
  static NodeLife begin(Path data, List<String> tasks) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(data.toString()));
    arguments.addAll(tasks);
    return new NodeLife(OwnJvm.of(TaskNode.class, arguments).redirectErrorStream(true).start());
  }

  /** Waits until it says a line that begins so, or is over. */
  void await(String beginning) {
    while (!over) {
      try {
        String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(line).as("it says nothing after %s", said).isNotNull();
        said.add(line);
        over = line.equals(OVER);
        if (line.startsWith(beginning)) {
          return;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }

  /** Kills it after a time; it may be over before. */
  void kill(int afterMillis) throws InterruptedException {
    boolean _ = process.waitFor(afterMillis, TimeUnit.MILLISECONDS);
    // By its handle: the process itself would close its output, which is still to be read.
    boolean _ = process.toHandle().destroyForcibly();
    await(OVER);
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  /** Whether it was over by itself because every outcome was told. */
  boolean hasToldAll() {
    return said.contains("all told");
  }

  /** Whether somebody killed it. */
  boolean wasKilled() {
    return process.exitValue() == 128 + 9;
  }

  /** The outcomes that it told: "TASK WORDS". */
  List<String> outcomes() {
    return said.stream()
        .filter(it -> it.startsWith("outcome "))
        .map(it -> it.substring("outcome ".length()))
        .toList();
  }
}
