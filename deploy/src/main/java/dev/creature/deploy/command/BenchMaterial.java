package dev.creature.deploy.command;

import dev.creature.deploy.bench.RecordedSpeech;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What suites work on.
 *
 * @param voice who speaks
 * @param recordings what is heard
 * @param texts a folder of sentences whose meaning is known
 * @param out where a suite may leave what it made, in a folder of its own
 */
record BenchMaterial(
    VoiceOptions voice,
    List<RecordedSpeech> recordings,
    Path texts,
    Path out,
    long seed,
    Effort effort) {
  /**
   * How much is done; each suite has values of its own.
   *
   * @param atOnce conversations at the same time
   * @param most of each thing that is tried
   * @param minutes of a soak
   * @param quick whether a rough figure will do
   */
  record Effort(
      Optional<Integer> atOnce, Optional<Integer> most, Optional<Double> minutes, boolean quick) {}
}
