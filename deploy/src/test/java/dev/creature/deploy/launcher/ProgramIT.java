package dev.creature.deploy.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is packed, run as a user does. */
class ProgramIT {
  private static final Path PROGRAM =
      Launch.repository().resolve("deploy/target/creature/bin/creature");

  @TempDir private Path temporary;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void useTheJdkOfTheTests() {
    environment.put("PATH", System.getenv("PATH"));
    environment.put("HOME", temporary.toString());
    environment.put("CREATURE_JAVA_HOME", System.getProperty("java.home"));
  }

  @Test
  void explainsItselfThroughALinkFromAnotherFolder() throws IOException {
    Path link = Files.createSymbolicLink(temporary.resolve("link"), PROGRAM);
    Launch help = run(link, "--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("Usage: creature").contains("models").contains("doctor");
    assertThat(help.errors()).isEmpty();
  }

  @Test
  void tellsItsVersion() {
    assertThat(run(PROGRAM, "--version").out()).startsWith("creature 0.");
  }

  @Test
  void listsTheModelsOfAnEmptyFolder() {
    environment.put("CREATURE_MODELS", temporary.resolve("models").toString());
    Launch list = run(PROGRAM, "models", "list", "--json");
    assertThat(list.exitCode()).isZero();
    assertThat(list.out().lines())
        .hasSizeGreaterThan(5)
        .allMatch(line -> line.contains("\"state\":\"missing\""));
  }

  @Test
  void answersWrongUseWithTwoAndMissingModelsWithThree() {
    environment.put("CREATURE_MODELS", temporary.resolve("models").toString());
    Launch wrong = run(PROGRAM, "modles");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.errors().lines()).singleElement().asString().contains("did you mean");
    Launch missing = run(PROGRAM, "models", "verify");
    assertThat(missing.exitCode()).isEqualTo(3);
    assertThat(missing.errors().lines())
        .singleElement()
        .asString()
        .contains("./creature models pull");
  }

  @Test
  void runsFromACopyWithoutTheSources() throws IOException {
    Path copy = temporary.resolve("a copy");
    Path original = PROGRAM.resolveSibling("..").normalize();
    try (Stream<Path> tree = Files.walk(original)) {
      for (Path file : tree.toList()) {
        Files.copy(file, copy.resolve(original.relativize(file)));
      }
    }
    Launch help = run(copy.resolve("bin/creature"), "--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.errors()).isEmpty();
  }

  private Launch run(Path program, String... arguments) {
    List<String> command =
        Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList();
    return Launch.of(temporary, environment, command);
  }
}
