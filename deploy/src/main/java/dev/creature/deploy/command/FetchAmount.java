package dev.creature.deploy.command;

import dev.creature.models.fetch.FetchEvent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How far the models have come, all together, in a few words. Not thread-safe. */
final class FetchAmount {
  private static final double MEGABYTE = 1e6;

  /** Bytes of each download: what is here, and all. */
  private record Amount(long doneBytes, long totalBytes) {}

  private final Map<String, Amount> amounts = new LinkedHashMap<>();

  /** What is to be said after this event; nothing where there is nothing new. */
  Optional<String> after(FetchEvent event) {
    switch (event) {
      case FetchEvent.WaitedForAnother _ -> {
        return Optional.of("another process fetches these models; waiting for it");
      }
      case FetchEvent.AssemblyStarted started -> {
        return Optional.of("making " + started.modelId());
      }
      case FetchEvent.Started started ->
          amounts.put(started.what(), new Amount(0, started.totalBytes()));
      case FetchEvent.Advanced advanced ->
          amounts.put(advanced.what(), new Amount(advanced.doneBytes(), advanced.totalBytes()));
      case FetchEvent.Arrived arrived ->
          amounts.put(arrived.what(), new Amount(arrived.totalBytes(), arrived.totalBytes()));
      case FetchEvent.Ready _ -> {
        // Said by whoever shows each model.
      }
    }
    long done = amounts.values().stream().mapToLong(Amount::doneBytes).sum();
    long total = amounts.values().stream().mapToLong(Amount::totalBytes).sum();
    return done < total
        ? Optional.of(
            String.format(
                Locale.ROOT, "fetching models: %.1f of %.1f MB", done / MEGABYTE, total / MEGABYTE))
        : Optional.empty();
  }
}
