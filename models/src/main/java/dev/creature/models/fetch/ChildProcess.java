package dev.creature.models.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end. Programs that still run when this process ends are ended, too. */
final class ChildProcess {
  private static final int KEPT_LINES = 200;
  private static final long POLL_MILLIS = 200;
  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("end-child-processes")
                .unstarted(() -> RUNNING.forEach(ChildProcess::end)));
  }

  /**
   * How it ended.
   *
   * @param exitCode zero when it did what it should
   * @param lines the last of what it wrote, standard error included
   */
  record Outcome(int exitCode, List<String> lines) {
    boolean succeeded() {
      return exitCode == 0;
    }
  }

  private ChildProcess() {}

  /**
   * Runs a program.
   *
   * @param command the program and its arguments
   * @param environment all its variables
   * @param folder it runs in
   * @param whileRunning called every now and then from this thread
   */
  static Outcome run(
      List<String> command, Map<String, String> environment, Path folder, Runnable whileRunning)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    RUNNING.add(process);
    try {
      process.getOutputStream().close();
      Deque<String> lines = new ArrayDeque<>();
      Thread reader = Thread.ofVirtual().start(() -> drain(process, lines));
      while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        whileRunning.run();
      }
      reader.join();
      return new Outcome(process.exitValue(), List.copyOf(lines));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + command.getFirst() + " was running", e);
    } finally {
      end(process);
      RUNNING.remove(process);
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }

  private static void drain(Process process, Deque<String> lines) {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
        if (lines.size() > KEPT_LINES) {
          lines.remove();
        }
      }
    } catch (IOException _) {
      // The process was ended; its exit code tells.
    }
  }
}
