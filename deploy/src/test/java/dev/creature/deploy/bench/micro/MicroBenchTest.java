package dev.creature.deploy.bench.micro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.deploy.bench.Figure;
import dev.creature.deploy.bench.SuiteResult;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MicroBenchTest {
  @Test
  void measuresEachPieceThatNeedsNoModel() {
    Measure one = new Measure(0, 2, 10);

    SuiteResult sound = MicroBench.run(one, "SoundBenchmarks", 0, Path.of("no-models"));
    SuiteResult words = MicroBench.run(one, "WordBenchmarks", 0, Path.of("no-models"));

    assertThat(sound.figures())
        .extracting(Figure::name)
        .containsExactlyInAnyOrder("resampler, 10 ms from 48 to 16 kHz", "echo canceller, 32 ms");
    assertThat(words.figures())
        .extracting(Figure::name)
        .containsExactlyInAnyOrder(
            "grammar, a sentence of two tasks", "an event as a line of JSON");
    assertThat(words.figures())
        .allSatisfy(figure -> {
          assertThat(figure.value()).isPositive();
          assertThat(figure.unit()).isEqualTo("µs");
          assertThat(figure.each()).hasSize(2);
        });
  }
}
