package dev.creature.deploy.configuration;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** Reads what a test writes. */
abstract class WrittenConfiguration {
  static final String ENDPOINT =
      "creature.brain { model = endpoint, endpoint { url = \"http://localhost:9/v1\", model = m } }\n";

  @TempDir Path folder;

  final Map<String, String> environment = new HashMap<>();

  CreatureSettings read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("my.conf"), text);
    return reader().read(Optional.of(file));
  }

  ConfigurationFile reader() {
    return new ConfigurationFile(environment, folder);
  }

  void refuses(String text, String... words) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(BadConfiguration.class)
        .message()
        .contains(words)
        .doesNotContain("\n");
  }
}
