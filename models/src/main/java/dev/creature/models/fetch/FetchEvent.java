package dev.creature.models.fetch;

/** What happens while models are fetched, in the past tense. May come from several threads. */
public sealed interface FetchEvent {
  /** Another process fetches into the same folder; this one waits for it. */
  record WaitedForAnother(String folder) implements FetchEvent {}

  /** The fetching of a package, or of a file by its address, began. */
  record Started(String what, long totalBytes) implements FetchEvent {}

  /** More of it arrived. Totals are estimates: a client may count its own files, too. */
  record Advanced(String what, long doneBytes, long totalBytes) implements FetchEvent {}

  /** It is here, and its hash is right. */
  record Arrived(String what, long totalBytes) implements FetchEvent {}

  /** A model's runnable files are being made. */
  record AssemblyStarted(String modelId) implements FetchEvent {}

  /** A model can be used. */
  record Ready(String modelId) implements FetchEvent {}
}
