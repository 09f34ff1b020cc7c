package dev.creature.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The charts, rules and units beside this module, checked by the tools that will read them. */
class DeployFilesTest {
  private static final int MISSING = 3;

  /** Whose tools no Debian package brings, or only with much else. */
  private static final Set<String> RARE = Set.of("helm", "compose");

  @ParameterizedTest
  @ValueSource(strings = {"prometheus", "grafana", "systemd", "compose", "helm"})
  @Timeout(120)
  void isAcceptedByTheToolThatReadsIt(String part) throws Exception {
    Path script =
        Path.of(System.getProperty("creature.repository", "..")).resolve("deploy/validate");
    Process process = new ProcessBuilder(script.toString(), part).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    String missing =
        said.lines().filter(line -> line.startsWith("missing: ")).findFirst().orElse("");
    assumeTrue(code != MISSING, (RARE.contains(part) ? "opt-in: " : "") + missing);
    assertThat(code).as(said).isZero();
  }
}
