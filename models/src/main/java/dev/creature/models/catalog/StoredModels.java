package dev.creature.models.catalog;

import dev.creature.models.store.Assembly;
import dev.creature.models.store.Checksums;
import dev.creature.models.store.ModelFolder;
import dev.creature.models.store.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What of the catalog is on this machine.
 *
 * @param folder where models are kept
 * @param assemblies what makes a model's runnable files, by model id
 */
public record StoredModels(ModelFolder folder, Function<String, Optional<Assembly>> assemblies) {
  /** How far a model has come. */
  public enum State {
    MISSING,
    /** Its published files are here and wait for being assembled. */
    FETCHED,
    READY
  }

  /** What a check of a file's bytes found. */
  public enum Finding {
    SOUND,
    /** A file that the user put in place of the published one, and that is still as it was. */
    OWN,
    MISSING,
    DAMAGED
  }

  /**
   * A file and what was found.
   *
   * @param file relative to the model's folder
   */
  public record FileCheck(String file, Finding finding) {
    /** Whether the model can't run with it. */
    public boolean isUnusable() {
      return switch (finding) {
        case SOUND, OWN -> false;
        case MISSING, DAMAGED -> true;
      };
    }
  }

  /** The models of this program in a folder. */
  public static StoredModels in(ModelFolder folder) {
    return new StoredModels(folder, Assemblies::of);
  }

  /** Quick: whether the files are there. They were checked when they came. */
  public State state(CatalogModel model) {
    for (PublishedFile file : model.files()) {
      if (!Files.isRegularFile(sourceOf(model, file))) {
        return State.MISSING;
      }
    }
    return assemblies
        .apply(model.id())
        .filter(assembly -> !Files.isDirectory(folder.assembled(model.id(), assembly)))
        .map(_ -> State.FETCHED)
        .orElse(State.READY);
  }

  /** Thorough: reads and sums each file. */
  public List<FileCheck> check(CatalogModel model) throws IOException {
    List<FileCheck> checks = new ArrayList<>();
    Path source = folder.source(model.id());
    Map<String, String> written = Checksums.read(source);
    for (PublishedFile file : model.files()) {
      String own = written.getOrDefault(file.name(), file.sha256());
      checks.add(
          new FileCheck("source/" + file.name(), find(sourceOf(model, file), file.sha256(), own)));
    }
    Optional<Assembly> assembly = assemblies.apply(model.id());
    if (assembly.isPresent()) {
      Path assembled = folder.assembled(model.id(), assembly.get());
      String prefix = assembly.get().version() + "/";
      if (Files.isDirectory(assembled)) {
        for (Map.Entry<String, String> sum : Checksums.read(assembled).entrySet()) {
          Path file = assembled.resolve(sum.getKey());
          checks.add(
              new FileCheck(prefix + sum.getKey(), find(file, sum.getValue(), sum.getValue())));
        }
      } else {
        checks.add(new FileCheck(prefix, Finding.MISSING));
      }
    }
    return checks;
  }

  private Path sourceOf(CatalogModel model, PublishedFile file) {
    return folder.source(model.id()).resolve(file.name());
  }

  private static Finding find(Path file, String published, String own) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Finding.MISSING;
    }
    String actual = Sha256.of(file);
    if (actual.equals(published)) {
      return Finding.SOUND;
    }
    return actual.equals(own) ? Finding.OWN : Finding.DAMAGED;
  }
}
