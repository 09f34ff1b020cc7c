package dev.creature.deploy.command;

import dev.creature.models.catalog.CatalogModel;
import dev.creature.models.catalog.ModelCatalog;
import dev.creature.models.catalog.SourcePackage;
import dev.creature.models.catalog.StoredModels;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the catalog, and what of it is on this machine. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Show which models there are, and which are on this machine.")
final class ModelsListCommand implements Callable<Integer> {
  private static final double MEGABYTE = 1e6;

  @Spec private CommandSpec spec;
  @Mixin private ModelsOption models;

  @Option(names = "--json", description = "Print a line of JSON a model.")
  private boolean json;

  /** What a program gets to know of a model. */
  record Line(
      String id,
      String title,
      String set,
      String state,
      String licence,
      long bytes,
      List<SourcePackage> packages,
      String folder) {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    StoredModels stored = StoredModels.in(models.folder());
    if (!json) {
      out.printf(
          Locale.ROOT,
          "%-28s %-8s %-8s %8s  %-13s %s%n",
          "MODEL",
          "SET",
          "STATE",
          "MB",
          "LICENCE",
          "WHAT");
    }
    for (CatalogModel model : ModelCatalog.load().models()) {
      String set = model.set().name().toLowerCase(Locale.ROOT);
      String state = stored.state(model).name().toLowerCase(Locale.ROOT);
      if (json) {
        String folder = stored.folder().root().resolve(model.id()).toString();
        out.println(
            Json.line(
                new Line(
                    model.id(),
                    model.title(),
                    set,
                    state,
                    model.licence(),
                    model.sizeBytes(),
                    model.packages(),
                    folder)));
      } else {
        out.printf(
            Locale.ROOT,
            "%-28s %-8s %-8s %8.1f  %-13s %s%n",
            model.id(),
            set,
            state,
            model.sizeBytes() / MEGABYTE,
            model.licence(),
            model.title());
      }
    }
    if (!json) {
      out.println("in " + stored.folder().root());
    }
    out.flush();
    return ExitCode.DONE.code();
  }
}
