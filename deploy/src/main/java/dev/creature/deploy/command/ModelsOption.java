package dev.creature.deploy.command;

import dev.creature.models.store.MissingModel;
import dev.creature.models.store.ModelFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** For every command that runs models: where they are, and that they are there. */
final class ModelsOption {
  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Folder of the models (default: CREATURE_MODELS, or the user's cache folder).")
  private Optional<Path> root = Optional.empty();

  /** The folder, whatever is in it. */
  ModelFolder folder() {
    return root.map(ModelFolder::new).orElseGet(ModelFolder::ofUser);
  }

  /**
   * The folder, with these models in it.
   *
   * @throws MissingModel when one is neither there nor can be fetched
   */
  ModelFolder with(String... modelIds) {
    ModelFolder folder = folder();
    for (String modelId : modelIds) {
      if (!Files.isDirectory(folder.source(modelId))) {
        throw new MissingModel(modelId, folder);
      }
    }
    return folder;
  }
}
