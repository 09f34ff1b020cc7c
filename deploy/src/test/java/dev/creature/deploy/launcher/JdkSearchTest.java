package dev.creature.deploy.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the launcher looks for a JDK, with made-up ones. */
class JdkSearchTest {
  private static final Path SCRIPT = Launch.repository().resolve("deploy/src/main/dist/bin/jdk.sh");

  @TempDir private Path temporary;
  private final Map<String, String> environment = new HashMap<>();

  @Test
  void takesTheJdkThatItIsTold() throws IOException {
    Path told = jdk("told", "26.0.1");
    environment.put("CREATURE_JAVA_HOME", told.toString());
    environment.put("JAVA_HOME", jdk("other", "25").toString());
    assertThat(find().out().strip()).isEqualTo(told.toString());
  }

  @Test
  void saysThatTheJdkThatItIsToldIsTooOld() throws IOException {
    environment.put("CREATURE_JAVA_HOME", jdk("old", "17.0.15").toString());
    Launch found = find();
    assertThat(found.exitCode()).isEqualTo(3);
    assertThat(found.errors().lines()).singleElement().asString().contains("CREATURE_JAVA_HOME");
  }

  @Test
  void passesOverAnOldJavaHomeForTheJavaOnThePath() throws IOException {
    Path onPath = jdk("folder with blanks", "25.0.1");
    environment.put("JAVA_HOME", jdk("old", "21.0.2").toString());
    environment.put("PATH", onPath.resolve("bin") + ":" + System.getenv("PATH"));
    assertThat(find().out().strip()).isEqualTo(onPath.toString());
  }

  @Test
  void looksIntoTheUsersOwnFolders() throws IOException {
    Path sdkman = jdk(".sdkman/candidates/java/99-made-up", "99");
    // A made-up release that no other JDK of this machine has.
    Launch found = sh(". '" + SCRIPT + "'; creature_java_release=99; find_jdk javac");
    assertThat(found.out().strip()).isEqualTo(sdkman.toString());
  }

  @Test
  void saysInOneLineWhatToInstallWhereThereIsNone() {
    Launch found = sh(". '" + SCRIPT + "'; creature_java_release=1000; find_jdk javac");
    assertThat(found.exitCode()).isEqualTo(3);
    assertThat(found.errors().lines()).singleElement().asString().contains("install");
  }

  @Test
  void isCleanShell() {
    assumeTrue(
        Launch.of(temporary, System.getenv(), List.of("sh", "-c", "command -v shellcheck"))
                .exitCode()
            == 0,
        "skipped: shellcheck is not on this machine; install it with apt-get install shellcheck");
    Launch check =
        Launch.of(
            Launch.repository(),
            System.getenv(),
            List.of(
                "shellcheck",
                "-x",
                "creature",
                ".ci/run",
                "deploy/src/main/dist/bin/creature",
                "deploy/src/main/dist/bin/jdk.sh"));
    assertThat(check.out()).isEmpty();
    assertThat(check.exitCode()).isZero();
  }

  private Launch find() {
    return sh(". '" + SCRIPT + "'; find_jdk javac");
  }

  private Launch sh(String script) {
    environment.putIfAbsent("PATH", System.getenv("PATH"));
    environment.put("HOME", temporary.toString());
    return Launch.of(temporary, environment, List.of("sh", "-euc", script));
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = temporary.toRealPath().resolve(name);
    Path bin = Files.createDirectories(home.resolve("bin"));
    for (String program : List.of("java", "javac")) {
      Path file = Files.writeString(bin.resolve(program), "#!/bin/sh\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }
}
