package dev.creature.deploy.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.RuntimeSettings;
import dev.creature.models.store.ModelFolder;
import dev.creature.voiceloop.audio.AudioFiles;
import dev.creature.voiceloop.audio.AudioSource;
import dev.creature.voiceloop.audio.BadAudio;
import dev.creature.voiceloop.audio.MonoReader;
import dev.creature.voiceloop.ears.Heard;
import dev.creature.voiceloop.ears.RecordingListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Recognises recorded speech. */
@Command(
    name = "hear",
    mixinStandardHelpOptions = true,
    description = {
      "Recognise speech: WAV, FLAC, Ogg/Opus or WebM/Opus of any length.",
      "Prints a line for each turn as soon as it is understood. A file that cannot be used is"
          + " named on standard error, and the others are still recognised."
    })
final class HearCommand implements Callable<Integer> {
  private static final int SAMPLE_RATE = 16_000;

  @Spec private CommandSpec spec;
  @Mixin private ModelsOption models;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Recordings.")
  private List<Path> files = List.of();

  @Option(
      names = "--raw",
      description =
          "The files have no header: 16 kHz, 16-bit little-endian, one channel. Taken for granted of"
              + " files named *.raw.")
  private boolean raw;

  @Option(names = "--json", description = "Print one line of JSON for each file.")
  private boolean json;

  /** One line of {@code --json}. */
  record Line(
      String file,
      String text,
      List<Segment> segments,
      @JsonProperty("turnEndsMs") List<Long> turnEndsMillis,
      @JsonProperty("audioMs") long audioMillis,
      @JsonProperty("computeMs") long computeMillis,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings) {}

  /** A segment of such a line. */
  record Segment(
      @JsonProperty("startMs") long startMillis,
      @JsonProperty("endMs") long endMillis,
      String text) {}

  /** The line of a file that cannot be used, so that lines and files stay side by side. */
  record WrongLine(String file, String error) {}

  @Override
  public Integer call() {
    ModelFolder folder = models.with("silero-vad", "smart-turn-v3.2", "whisper-tiny.en");
    List<ExitCode> failures = new ArrayList<>();
    try (InferenceRuntime runtime = InferenceRuntime.start(RuntimeSettings.forThisMachine())) {
      RecordingListener listener = RecordingListener.open(runtime, folder);
      for (Path file : files) {
        try {
          hear(listener, file);
        } catch (BadAudio | IOException | UncheckedIOException e) {
          failures.add(reportWrong(file, e));
        }
      }
    }
    return failures.stream().mapToInt(ExitCode::code).max().orElse(ExitCode.DONE.code());
  }

  private void hear(RecordingListener listener, Path file) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (!json && files.size() > 1) {
      out.println(file + ":");
    }
    long begun = System.nanoTime();
    try (MonoReader recording = new MonoReader(open(file), SAMPLE_RATE)) {
      Heard heard = listener.listen(recording, segment -> show(out, segment));
      long computeMillis = (System.nanoTime() - begun) / 1_000_000;
      if (json) {
        out.println(Json.line(line(file, heard, computeMillis, recording.warnings())));
        out.flush();
      }
      for (String warning : recording.warnings()) {
        warn(warning);
      }
    }
  }

  private AudioSource open(Path file) throws IOException {
    boolean named = file.getFileName() != null && file.getFileName().toString().endsWith(".raw");
    return raw || named ? AudioFiles.openRaw(file) : AudioFiles.open(file);
  }

  private void show(PrintWriter out, Heard.Segment segment) {
    if (!json) {
      out.println(segment.text());
      out.flush();
    }
  }

  private static Line line(Path file, Heard heard, long computeMillis, List<String> warnings) {
    return new Line(
        file.toString(),
        heard.text(),
        heard.segments().stream()
            .map(s -> new Segment(s.startMillis(), s.endMillis(), s.text()))
            .toList(),
        heard.turnEndsMillis(),
        heard.audioMillis(),
        computeMillis,
        warnings);
  }

  private ExitCode reportWrong(Path file, Exception wrong) {
    PrintWriter errors = spec.commandLine().getErr();
    ExitCode exitCode = Failures.report(wrong, errors, verbose());
    if (json) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(Json.line(new WrongLine(file.toString(), Failures.of(wrong).line())));
      out.flush();
    }
    return exitCode;
  }

  private void warn(String warning) {
    PrintWriter errors = spec.commandLine().getErr();
    errors.println("creature: " + warning);
    errors.flush();
  }

  private boolean verbose() {
    return spec.root().findOption("--verbose").getValue();
  }
}
