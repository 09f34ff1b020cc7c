package dev.creature.models.language.embedded;

import dev.creature.models.language.assembly.LlamaAssembly;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.RuntimeSettings;
import dev.creature.models.store.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The small model, assembled anew from its published file, once for all tests of a run. */
final class SmallModel {
  static final InferenceRuntime RUNTIME = InferenceRuntime.start(new RuntimeSettings(2, 2));

  private static final ModelFolder FOLDER = new ModelFolder(Path.of("target", "test-models"));
  private static boolean assembled;

  private SmallModel() {}

  /** Where it is assembled. */
  static ModelFolder folder() {
    return FOLDER;
  }

  /** Where the published file is, or the test is skipped aloud. */
  static Path source() {
    Path source = ModelFolder.ofUser().source(EmbeddedLanguageModel.SMOLLM2);
    Assumptions.assumeTrue(
        Files.isRegularFile(source.resolve(LlamaAssembly.SOURCE)),
        () -> source + " is missing; get it with `./creature models pull`");
    return source;
  }

  /** Opens the model. */
  static synchronized EmbeddedLanguageModel open(ConversationLimit limit) throws IOException {
    Path source = source();
    if (!assembled) {
      LlamaAssembly assembly = new LlamaAssembly();
      Path target = FOLDER.assembled(EmbeddedLanguageModel.SMOLLM2, assembly);
      delete(target);
      Files.createDirectories(target);
      assembly.assemble(source, target);
      assembled = true;
    }
    return EmbeddedLanguageModel.open(RUNTIME, FOLDER, EmbeddedLanguageModel.SMOLLM2, limit);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : List.copyOf(files.sorted(Comparator.reverseOrder()).toList())) {
          Files.delete(file);
        }
      }
    }
  }
}
