package dev.creature.models.language.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointSettingsTest {
  @Test
  void findsTheAddressUnderAnyUsualForm() {
    for (String form : List.of("http://h:1", "http://h:1/", "http://h:1/v1", "http://h:1/v1/")) {
      assertThat(EndpointSettings.of(URI.create(form), "m").chatCompletions())
          .hasToString("http://h:1/v1/chat/completions");
    }
    assertThat(EndpointSettings.of(URI.create("https://h/api/v2"), "m").chatCompletions())
        .hasToString("https://h/api/v2/chat/completions");
  }

  @Test
  void refusesAnAddressThatIsNone() {
    for (String wrong : List.of("localhost:11434", "ftp://h/v1", "http:///v1", "http://u:pw@h/")) {
      assertThat(catchThrowable(() -> EndpointSettings.of(URI.create(wrong), "m")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining("pw");
    }
  }

  @Test
  void readsAKeyFromAFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("key");
    Files.writeString(file, "  sk-file\n");
    assertThat(ApiKey.ofFile(file).authorization()).contains("Bearer sk-file");
    Files.writeString(file, "two\nlines");
    assertThat(catchThrowable(() -> ApiKey.ofFile(file)))
        .hasMessageContaining("does not hold a key")
        .hasMessageNotContaining("lines\n");
  }
}
