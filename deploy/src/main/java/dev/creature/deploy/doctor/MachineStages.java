package dev.creature.deploy.doctor;

import com.sun.management.OperatingSystemMXBean;
import dev.creature.models.store.ModelFolder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the machine itself brings. */
final class MachineStages {
  private static final long MEGABYTE = 1_000_000;

  /** All default models warm take 1.3 GB; the system wants some, too. */
  private static final long ENOUGH_MEMORY_MB = 2_000;

  private static final int ENOUGH_CORES = 2;
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  private final ModelFolder folder;

  MachineStages(ModelFolder folder) {
    this.folder = folder;
  }

  Diagnosis java() {
    return Diagnosis.ok(
        "java",
        Runtime.version()
            + ", "
            + System.getProperty("java.vendor")
            + ", in "
            + System.getProperty("java.home"));
  }

  Diagnosis cores() {
    int cores = Runtime.getRuntime().availableProcessors();
    String found = cores + " for this process";
    return cores >= ENOUGH_CORES
        ? Diagnosis.ok("cores", found)
        : Diagnosis.warning("cores", found, "give it two, or it answers late");
  }

  Diagnosis instructions() {
    String architecture = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    if (!Set.of("amd64", "x86_64").contains(architecture)) {
      return Diagnosis.ok("instructions", architecture);
    }
    Set<String> flags = processorFlags();
    if (flags.isEmpty()) {
      return Diagnosis.ok("instructions", architecture + "; the system does not tell which");
    }
    List<String> known =
        Stream.of("avx2", "avx_vnni", "avx512f", "avx512_vnni").filter(flags::contains).toList();
    String found = architecture + " with " + (known.isEmpty() ? "none" : String.join(", ", known));
    return flags.contains("avx2")
        ? Diagnosis.ok("instructions", found)
        : Diagnosis.warning(
            "instructions", found, "without AVX2 the models run several times slower");
  }

  Diagnosis memory() {
    if (!(ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)) {
      return Diagnosis.ok("memory", "unknown");
    }
    long megabytes = system.getTotalMemorySize() / MEGABYTE;
    String found = String.format(Locale.ROOT, "%,d MB", megabytes);
    return megabytes >= ENOUGH_MEMORY_MB
        ? Diagnosis.ok("memory", found)
        : Diagnosis.warning(
            "memory", found, "all default models together take up to 1,300 MB; close what you can");
  }

  Diagnosis cacheFolder() {
    Path root = folder.root();
    try {
      Files.createDirectories(root);
      Files.delete(Files.createTempFile(root, ".doctor", ""));
      return Diagnosis.ok("cache", root + " can be written");
    } catch (IOException e) {
      return Diagnosis.failed(
          "cache",
          root + " cannot be written (" + e + ")",
          "make it writable, or set CREATURE_MODELS to a folder that is");
    }
  }

  private static Set<String> processorFlags() {
    try (Stream<String> lines = Files.lines(CPU_INFO)) {
      return lines
          .filter(line -> line.startsWith("flags"))
          .limit(1)
          .flatMap(line -> Stream.of(line.substring(line.indexOf(':') + 1).strip().split(" ")))
          .collect(Collectors.toSet());
    } catch (IOException _) {
      return Set.of();
    }
  }
}
