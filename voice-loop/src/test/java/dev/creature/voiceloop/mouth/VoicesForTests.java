package dev.creature.voiceloop.mouth;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.RuntimeSettings;
import dev.creature.models.store.Assembly;
import dev.creature.models.store.ModelFolder;
import dev.creature.models.voice.HibariAssembly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The voice's models, assembled once for all tests of this module. */
public final class VoicesForTests {
  private static final Path ASSEMBLED = Path.of("target", "assembled-voices");

  private VoicesForTests() {}

  /** One runtime for the process. */
  private static final class Shared {
    static final InferenceRuntime RUNTIME =
        InferenceRuntime.start(RuntimeSettings.forThisMachine());
  }

  public static InferenceRuntime runtime() {
    return Shared.RUNTIME;
  }

  /** A folder with Hibari, or the test is skipped aloud. */
  public static ModelFolder withHibari() {
    return with(Voices.HIBARI, new HibariAssembly());
  }

  private static synchronized ModelFolder with(String id, Assembly assembly) {
    Path source = ModelFolder.ofUser().source(id);
    assumeTrue(
        Files.isDirectory(source),
        () ->
            "skipped: the model "
                + id
                + " is not in "
                + source
                + "; get it with ./creature models pull");
    ModelFolder folder = new ModelFolder(ASSEMBLED);
    Path target = folder.assembled(id, assembly);
    if (!Files.isDirectory(target)) {
      try {
        Path unfinished = Files.createDirectories(target.resolveSibling("unfinished-" + id));
        assembly.assemble(source, unfinished);
        Files.move(unfinished, target);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return folder;
  }
}
