package dev.creature.deploy.command;

import dev.creature.models.fetch.FetchEvent;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Shows how models are coming: one line that changes on a terminal, plain lines elsewhere, or lines
 * of JSON.
 */
abstract sealed class FetchProgress implements Consumer<FetchEvent> {
  private static final double MEGABYTE = 1e6;

  final PrintWriter out;

  private FetchProgress(PrintWriter out) {
    this.out = out;
  }

  /** For the standard error of this process. */
  static FetchProgress forPeople(PrintWriter errors) {
    return Terminal.isStandardError() ? new OnTerminal(errors) : new PlainLines(errors);
  }

  static FetchProgress asJson(PrintWriter out) {
    return new JsonLines(out);
  }

  /** Nothing comes any more. */
  void end() {
    out.flush();
  }

  private static final class PlainLines extends FetchProgress {
    PlainLines(PrintWriter out) {
      super(out);
    }

    @Override
    public synchronized void accept(FetchEvent event) {
      String line =
          switch (event) {
            case FetchEvent.WaitedForAnother waited ->
                "another process fetches models into " + waited.folder() + "; waiting for it";
            case FetchEvent.Started started -> "fetching " + started.what() + size(started);
            case FetchEvent.Advanced _ -> "";
            case FetchEvent.Arrived arrived -> "arrived  " + arrived.what();
            case FetchEvent.AssemblyStarted started -> "making   " + started.modelId();
            case FetchEvent.Ready ready -> "ready    " + ready.modelId();
          };
      if (!line.isEmpty()) {
        out.println(line);
        out.flush();
      }
    }

    private static String size(FetchEvent.Started started) {
      return started.totalBytes() <= 0
          ? ""
          : String.format(Locale.ROOT, " (%.1f MB)", started.totalBytes() / MEGABYTE);
    }
  }

  private static final class OnTerminal extends FetchProgress {
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final FetchAmount amount = new FetchAmount();

    OnTerminal(PrintWriter out) {
      super(out);
    }

    @Override
    public synchronized void accept(FetchEvent event) {
      if (event instanceof FetchEvent.Ready(String modelId)) {
        out.print(CLEAR_LINE);
        out.println("ready " + modelId);
      }
      amount.after(event).ifPresent(this::show);
    }

    @Override
    void end() {
      out.print(CLEAR_LINE);
      super.end();
    }

    private void show(String text) {
      out.print(CLEAR_LINE + text);
      out.flush();
    }
  }

  private static final class JsonLines extends FetchProgress {
    private record Line(String type, String what, long doneBytes, long totalBytes) {}

    JsonLines(PrintWriter out) {
      super(out);
    }

    @Override
    public synchronized void accept(FetchEvent event) {
      Line line =
          switch (event) {
            case FetchEvent.WaitedForAnother waited -> new Line("waiting", waited.folder(), 0, 0);
            case FetchEvent.Started e -> new Line("started", e.what(), 0, e.totalBytes());
            case FetchEvent.Advanced e ->
                new Line("advanced", e.what(), e.doneBytes(), e.totalBytes());
            case FetchEvent.Arrived e ->
                new Line("arrived", e.what(), e.totalBytes(), e.totalBytes());
            case FetchEvent.AssemblyStarted e -> new Line("assembling", e.modelId(), 0, 0);
            case FetchEvent.Ready e -> new Line("ready", e.modelId(), 0, 0);
          };
      out.println(Json.line(line));
      out.flush();
    }
  }
}
