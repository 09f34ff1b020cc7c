package dev.creature.models.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** Ends real processes in the middle of their models' work. */
class ProcessEndTest {
  private static final int SIGTERM = 143;

  @TempDir Path folder;

  @RepeatedTest(10)
  void endsByASignalWhileModelsRun() throws Exception {
    Path crash = folder.resolve("hs_err.log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:ErrorFile=" + crash,
                "-XX:-CreateCoredumpOnCrash",
                "-cp",
                System.getProperty("java.class.path"),
                BusyProcess.class.getName(),
                folder.toString())
            .redirectError(folder.resolve("errors").toFile())
            .start();
    try (BufferedReader output = process.inputReader()) {
      assertThat(output.readLine())
          .as(Files.readString(folder.resolve("errors")))
          .isEqualTo("busy");
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("it ends").isTrue();
      assertThat(process.exitValue()).isEqualTo(SIGTERM);
      assertThat(crash).doesNotExist();
    } finally {
      process.destroyForcibly();
    }
  }
}
