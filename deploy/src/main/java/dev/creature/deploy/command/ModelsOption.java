package dev.creature.deploy.command;

import dev.creature.models.catalog.CatalogModel;
import dev.creature.models.catalog.ModelCatalog;
import dev.creature.models.catalog.StoredModels;
import dev.creature.models.fetch.FetchEvent;
import dev.creature.models.fetch.ModelPull;
import dev.creature.models.fetch.Programs;
import dev.creature.models.store.ModelFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** For every command that runs models: where they are, and that they are there. */
final class ModelsOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Folder of the models (default: CREATURE_MODELS, or the user's cache folder).")
  private Optional<Path> root = Optional.empty();

  private Consumer<String> watcher = _ -> {};

  /** Tells somebody else, too, how the models are coming: in a few words, on any thread. */
  void tellToo(Consumer<String> also) {
    watcher = also;
  }

  /** The folder, whatever is in it. */
  ModelFolder folder() {
    return root.map(ModelFolder::new).orElseGet(ModelFolder::ofUser);
  }

  /**
   * The folder, with these models ready in it: what is missing is fetched and assembled now, with
   * progress on standard error.
   *
   * @param names ids of models, or sets such as {@code default}
   */
  ModelFolder with(String... names) {
    StoredModels stored = StoredModels.in(folder());
    SequencedSet<CatalogModel> wanted = ModelCatalog.load().named(List.of(names));
    if (wanted.stream().anyMatch(model -> stored.state(model) != StoredModels.State.READY)) {
      PrintWriter errors = command.commandLine().getErr();
      errors.println("creature: getting the models ready, once");
      errors.flush();
      FetchProgress progress = FetchProgress.forPeople(errors);
      FetchAmount amount = new FetchAmount();
      Consumer<FetchEvent> all =
          event -> {
            progress.accept(event);
            synchronized (amount) {
              amount.after(event).ifPresent(watcher);
            }
          };
      try {
        new ModelPull(stored, Programs.ofUser(), ModelPull.Trust.FILES_THAT_EXIST, all)
            .fromRegistries(wanted);
      } finally {
        progress.end();
      }
      watcher.accept("the models are warming up");
    }
    return stored.folder();
  }
}
