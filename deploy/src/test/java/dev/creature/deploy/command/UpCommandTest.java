package dev.creature.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.deploy.Main;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The main job, as a process of its own. */
class UpCommandTest {
  @TempDir private Path folder;

  @Test
  @Timeout(120)
  void saysGoodbyeAndEndsWellWhenItIsToldToEnd() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "up",
                "--engine=simulated",
                "--no-browser",
                "--host=127.0.0.1",
                "--port=0",
                "--http-port=0",
                "--data=" + folder)
            .redirectErrorStream(true)
            .start();
    List<String> said = new ArrayList<>();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        said.add(line);
        if (line.startsWith("ready ")) {
          // By its handle: the process itself would close its output, which is still to be read.
          assertThat(process.toHandle().destroy()).isTrue();
        }
      }
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as("after %s", said).isZero();
    } finally {
      process.destroyForcibly();
    }
    assertThat(said).as("nothing follows").endsWith("goodbye");
    assertThat(said)
        .as("no address where nobody else gets in")
        .contains("no network: only this machine can reach it")
        .noneMatch(line -> line.startsWith("network "));
  }
}
