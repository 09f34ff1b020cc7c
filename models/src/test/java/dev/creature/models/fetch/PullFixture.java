package dev.creature.models.fetch;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.creature.models.catalog.CatalogModel;
import dev.creature.models.catalog.StoredModels;
import dev.creature.models.store.ModelFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A folder of models, and everything that a pull into it needs. */
final class PullFixture {
  final Path root;
  final StoredModels stored;
  final List<FetchEvent> events = new CopyOnWriteArrayList<>();
  private final Map<String, String> environment = new HashMap<>(System.getenv());

  PullFixture(Path root, URI index) {
    this.root = root;
    this.stored = new StoredModels(new ModelFolder(root), _ -> Optional.empty());
    // The tests' own index and nothing of what the user may have configured.
    environment
        .keySet()
        .removeIf(name -> name.startsWith("PIP_") || name.startsWith("npm_config_"));
    environment.put("PIP_CONFIG_FILE", "/dev/null");
    environment.put("PIP_INDEX_URL", index.toString());
    environment.put("PIP_RETRIES", "0");
    environment.put("npm_config_userconfig", "/dev/null");
    environment.put("npm_config_registry", index.resolve("/npm/").toString());
  }

  Map<String, String> environment() {
    return environment;
  }

  ModelPull pull(ModelPull.Trust trust) {
    return new ModelPull(stored, new Programs(environment), trust, events::add);
  }

  ModelPull pull() {
    return pull(ModelPull.Trust.FILES_THAT_EXIST);
  }

  StoredModels.State state(CatalogModel model) {
    return stored.state(model);
  }

  /** Everything in the folder but its lock. */
  List<String> files() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> tree = Files.walk(root)) {
      return tree.filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .filter(file -> !file.equals(".lock"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void needs(String program, String how) {
    assumeTrue(
        Programs.ofUser().find(program).isPresent(),
        "skipped: " + program + " is not on this machine; install it with " + how);
  }

  static void needsPip() {
    assumeTrue(
        Stream.of("pip3", "pip").anyMatch(name -> Programs.ofUser().find(name).isPresent()),
        "skipped: pip is not on this machine; install it with apt-get install python3-pip");
  }
}
