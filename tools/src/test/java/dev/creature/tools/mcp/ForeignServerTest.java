package dev.creature.tools.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.tools.physical.Tool;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The protocol's own test server, by other people in another language, over both transports. */
class ForeignServerTest {
  private static final String SERVER = "@modelcontextprotocol/server-everything@2026.8.31";
  private static final Path FOLDER = Path.of("target", "server-everything");
  private static final Path PROGRAM =
      FOLDER.resolve("node_modules/@modelcontextprotocol/server-everything/dist/index.js");

  @BeforeAll
  static void install() throws InterruptedException {
    if (Files.exists(PROGRAM)) {
      return;
    }
    try {
      Files.createDirectories(FOLDER);
      Process npm =
          new ProcessBuilder(
                  "npm",
                  "install",
                  "--no-audit",
                  "--no-fund",
                  "--prefix",
                  FOLDER.toString(),
                  SERVER)
              .redirectErrorStream(true)
              .redirectOutput(FOLDER.resolve("npm.log").toFile())
              .start();
      boolean ended = npm.waitFor(3, TimeUnit.MINUTES);
      npm.destroyForcibly();
      Assumptions.assumeTrue(
          ended && npm.exitValue() == 0, () -> "SKIPPED: npm can't install " + SERVER);
    } catch (IOException e) {
      Assumptions.abort("SKIPPED: there is no npm: " + e.getMessage());
    }
  }

  @Test
  void usesItOverStandardStreams() throws Exception {
    try (McpTools tools =
        McpTools.connect(
            "every",
            McpAddress.Program.of(List.of("node", PROGRAM.toString(), "stdio")),
            Duration.ofSeconds(20))) {
      assertThat(sum(tools)).contains("5");
    }
  }

  @Test
  void usesItOverHttp() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    ProcessBuilder building =
        new ProcessBuilder("node", PROGRAM.toString(), "streamableHttp").redirectErrorStream(true);
    building.environment().put("PORT", Integer.toString(port));
    Process server = building.start();
    try (var lines = server.inputReader()) {
      String line = lines.readLine();
      while (line != null && !line.contains(Integer.toString(port))) {
        line = lines.readLine();
      }
      try (McpTools tools =
          McpTools.connect(
              "every",
              new McpAddress.Http(URI.create("http://127.0.0.1:" + port + "/mcp")),
              Duration.ofSeconds(20))) {
        assertThat(sum(tools)).contains("5");
      }
    } finally {
      server.destroyForcibly();
    }
  }

  private static String sum(McpTools tools) throws Exception {
    assertThat(tools.leftOut()).isEmpty();
    Tool sum =
        tools.tools().stream()
            .filter(it -> it.name().endsWith("sum") || it.name().endsWith("add"))
            .findFirst()
            .orElseThrow();
    return sum.call("one", "{\"a\":2,\"b\":3}", (_, _) -> {})
        .result()
        .toCompletableFuture()
        .get(30, TimeUnit.SECONDS);
  }
}
