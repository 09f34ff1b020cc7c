package dev.creature.deploy.command;

import dev.creature.models.catalog.CatalogModel;
import dev.creature.models.catalog.ModelCatalog;
import dev.creature.models.catalog.StoredModels;
import dev.creature.models.catalog.StoredModels.FileCheck;
import dev.creature.models.catalog.StoredModels.State;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks every byte of the models. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Read every file of the models and check its sum.",
      "Without MODEL: the default set, and whatever else is on this machine."
    })
final class ModelsVerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ModelsOption models;

  @Parameters(
      paramLabel = "MODEL",
      arity = "0..*",
      description = "Ids of models, or sets: default, kokoro, large, all.")
  private List<String> names = List.of();

  @Option(names = "--json", description = "Print a line of JSON a file.")
  private boolean json;

  /** What a program gets to know of a file. */
  record Line(String model, String file, String finding) {}

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    StoredModels stored = StoredModels.in(models.folder());
    boolean missing = false;
    boolean damaged = false;
    for (CatalogModel model : wanted(stored)) {
      List<FileCheck> checks = stored.check(model);
      for (FileCheck check : checks) {
        missing |= check.finding() == StoredModels.Finding.MISSING;
        damaged |= check.finding() == StoredModels.Finding.DAMAGED;
        String finding = check.finding().name().toLowerCase(Locale.ROOT);
        if (json) {
          out.println(Json.line(new Line(model.id(), check.file(), finding)));
        } else if (check.isUnusable()) {
          out.println(model.id() + ": " + check.file() + " is " + finding);
        }
      }
      if (!json && checks.stream().noneMatch(FileCheck::isUnusable)) {
        out.println(model.id() + ": sound, " + checks.size() + " files");
      }
    }
    out.flush();
    if (missing || damaged) {
      spec.commandLine()
          .getErr()
          .println("creature: models are missing or damaged; `./creature models pull` mends them");
    }
    return (missing ? ExitCode.MISSING : damaged ? ExitCode.FAILED : ExitCode.DONE).code();
  }

  private SequencedSet<CatalogModel> wanted(StoredModels stored) {
    ModelCatalog catalog = ModelCatalog.load();
    try {
      SequencedSet<CatalogModel> wanted = catalog.named(names);
      if (names.isEmpty()) {
        catalog.models().stream()
            .filter(model -> stored.state(model) != State.MISSING)
            .forEach(wanted::add);
      }
      return wanted;
    } catch (IllegalArgumentException e) {
      throw new BadInput(String.valueOf(e.getMessage()), e);
    }
  }
}
