package dev.creature.deploy.configuration;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.creature.models.language.embedded.EmbeddedLanguageModel;
import dev.creature.models.store.ModelFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** A llama.cpp server in a process of its own, which can be killed and frozen. */
record LlamaServer(Process process) implements AutoCloseable {
  private static final String PYTHON =
      Optional.ofNullable(System.getenv("CREATURE_LLAMA_PYTHON")).orElse("python3");
  private static final Path MODEL =
      ModelFolder.ofUser().source(EmbeddedLanguageModel.SMOLLM2).resolve("model.gguf");

  /** Skips the test, and says why, where there is no such server. */
  static void assumeInstalled() throws InterruptedException {
    assumeTrue(Files.isRegularFile(MODEL), "the small model is missing: ./creature models pull");
    try {
      int exitCode =
          new ProcessBuilder(PYTHON, "-c", "import xllamacpp")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      assumeTrue(
          exitCode == 0,
          "llama.cpp is missing: pip install xllamacpp, and name its Python by"
              + " CREATURE_LLAMA_PYTHON");
    } catch (IOException noPython) {
      Assumptions.abort("there is no Python to run llama.cpp: " + noPython.getMessage());
    }
  }

  /** A port that nobody listens on. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Starts one and waits until it listens. */
  static LlamaServer start(int port) throws Exception {
    Path script =
        Path.of(Objects.requireNonNull(LlamaServer.class.getResource("llama_server.py")).toURI());
    Process process =
        new ProcessBuilder(PYTHON, script.toString(), MODEL.toString(), Integer.toString(port))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader lines = process.inputReader();
    String line = lines.readLine();
    while (line != null && !line.startsWith("listening")) {
      line = lines.readLine();
    }
    if (line == null) {
      throw new IllegalStateException("the server ended with " + process.waitFor());
    }
    return new LlamaServer(process);
  }

  /** Stops it in the middle of whatever it does; connections to it stay open. */
  void freeze() {
    signal("-STOP");
  }

  void thaw() {
    signal("-CONT");
  }

  /** Ends it, as a crash does. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  private void signal(String name) {
    try {
      int exitCode =
          new ProcessBuilder("kill", name, Long.toString(process.pid()))
              .inheritIO()
              .start()
              .waitFor();
      if (exitCode != 0) {
        throw new IllegalStateException("kill " + name + " ended with " + exitCode);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
