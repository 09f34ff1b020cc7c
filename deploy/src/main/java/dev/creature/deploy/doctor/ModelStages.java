package dev.creature.deploy.doctor;

import dev.creature.models.catalog.CatalogModel;
import dev.creature.models.catalog.ModelCatalog;
import dev.creature.models.catalog.ModelSet;
import dev.creature.models.catalog.StoredModels;
import dev.creature.models.catalog.StoredModels.FileCheck;
import dev.creature.models.catalog.StoredModels.State;
import dev.creature.models.fetch.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The models, and what brings them here. */
final class ModelStages {
  private static final long MEGABYTE = 1_000_000;

  private final StoredModels stored;
  private final ModelCatalog catalog;
  private final Programs programs;

  ModelStages(StoredModels stored, ModelCatalog catalog, Programs programs) {
    this.stored = stored;
    this.catalog = catalog;
    this.programs = programs;
  }

  /** Every byte of every model that is here is read. */
  Diagnosis models() {
    List<String> sound = new ArrayList<>();
    List<String> troubled = new ArrayList<>();
    try {
      for (CatalogModel model : catalog.models()) {
        boolean needed = model.set() == ModelSet.DEFAULT;
        if (stored.state(model) == State.MISSING) {
          if (needed) {
            troubled.add(model.id() + " is missing");
          }
          continue;
        }
        stored.check(model).stream()
            .filter(FileCheck::isUnusable)
            .findFirst()
            .ifPresentOrElse(
                check ->
                    troubled.add(
                        model.id()
                            + ": "
                            + check.file()
                            + " is "
                            + check.finding().name().toLowerCase(Locale.ROOT)),
                () -> sound.add(model.id()));
      }
    } catch (IOException e) {
      troubled.add("cannot be read: " + e);
    }
    return troubled.isEmpty()
        ? Diagnosis.ok("models", "sound: " + String.join(", ", sound))
        : Diagnosis.failed("models", String.join("; ", troubled), "run `./creature models pull`");
  }

  Diagnosis room() {
    long needed =
        defaults()
            .filter(model -> stored.state(model) == State.MISSING)
            .mapToLong(model -> 3 * model.sizeBytes())
            .sum();
    try {
      Path existing = stored.folder().root().toAbsolutePath();
      while (!Files.exists(existing) && existing.getParent() != null) {
        existing = existing.getParent();
      }
      long free = Files.getFileStore(existing).getUsableSpace();
      String found =
          String.format(
              Locale.ROOT, "%,d MB free, %,d MB needed", free / MEGABYTE, needed / MEGABYTE);
      return free >= needed
          ? Diagnosis.ok("disk", found)
          : Diagnosis.failed(
              "disk", found, "make room, or set CREATURE_MODELS to a folder on another disk");
    } catch (IOException e) {
      return Diagnosis.warning("disk", "its room is unknown (" + e + ")", "");
    }
  }

  Diagnosis maven() {
    return program("maven", "mvn", "only needed to build: apt-get install maven", false);
  }

  Diagnosis pip() {
    boolean needed = defaults().anyMatch(model -> stored.state(model) == State.MISSING);
    String advice = "it brings models: apt-get install python3-pip";
    Diagnosis pip3 = program("pip", "pip3", advice, needed);
    return pip3.verdict() == Verdict.OK ? pip3 : program("pip", "pip", advice, needed);
  }

  Diagnosis npm() {
    return program("npm", "npm", "only needed for the second voice: apt-get install npm", false);
  }

  private Diagnosis program(String stage, String name, String advice, boolean needed) {
    return programs
        .find(name)
        .map(path -> Diagnosis.ok(stage, path.toString()))
        .orElseGet(() ->
            needed
                ? Diagnosis.failed(stage, "not on this machine", advice)
                : Diagnosis.warning(stage, "not on this machine", advice));
  }

  private Stream<CatalogModel> defaults() {
    return catalog.models().stream().filter(model -> model.set() == ModelSet.DEFAULT);
  }
}
