package dev.creature.models.language.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.models.language.Sampling;
import dev.creature.models.language.tokens.TokenSequence;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TokenSamplerTest {
  private static final TokenSequence NOTHING = new TokenSequence();

  @Test
  void takesTheLikeliestWithoutTemperature() {
    assertThat(new TokenSampler(Sampling.greedy(9), 4).choose(scores(1, 5, 5, 2), NOTHING))
        .as("the lower one of equals")
        .isEqualTo(1);
  }

  @Test
  void repeatsItsChoicesWithTheSameSeed() {
    assertThat(choices(7)).isEqualTo(choices(7)).isNotEqualTo(choices(8));
  }

  @Test
  void choosesAsOftenAsTheProbabilitiesSay() {
    TokenSampler sampler = new TokenSampler(new Sampling(1, 1, 3, 1, 9, 3), 3);
    int[] counts = new int[3];
    for (int i = 0; i < 10_000; i++) {
      float[] scores = scores(Math.log(0.6), Math.log(0.3), Math.log(0.1));
      counts[sampler.choose(scores, NOTHING)]++;
    }
    assertThat(counts[0]).isBetween(5_800, 6_200);
    assertThat(counts[1]).isBetween(2_800, 3_200);
  }

  @Test
  void leavesOutWhatIsBeyondTheNucleus() {
    TokenSampler sampler = new TokenSampler(new Sampling(1, 0.8, 3, 1, 9, 3), 3);
    for (int i = 0; i < 1_000; i++) {
      float[] scores = scores(Math.log(0.6), Math.log(0.3), Math.log(0.1));
      assertThat(sampler.choose(scores, NOTHING)).isLessThan(2);
    }
  }

  @Test
  void makesWhatWasSaidLessLikely() {
    TokenSequence said = new TokenSequence().add(0).add(0).add(2);
    Sampling penalty = new Sampling(0, 1, 1, 1.5, 9, 0);
    assertThat(new TokenSampler(penalty, 3).choose(scores(3, 2.1, -1), said)).isEqualTo(1);
    assertThat(new TokenSampler(penalty, 3).choose(scores(-1, -1.4, -1), said)).isEqualTo(1);
  }

  @Property
  void choosesOneOfTheBest(
      @ForAll @Size(min = 1, max = 60) float @FloatRange(min = -30, max = 30) [] scores,
      @ForAll @IntRange(min = 1, max = 70) int topK,
      @ForAll @DoubleRange(min = 0.01, max = 2) double temperature,
      @ForAll @DoubleRange(min = 0.01, max = 1) double topP,
      @ForAll long seed) {
    int chosen =
        new TokenSampler(new Sampling(temperature, topP, topK, 1, 9, seed), scores.length)
            .choose(scores.clone(), NOTHING);
    long better = IntStream.range(0, scores.length).filter(i -> scores[i] > scores[chosen]).count();
    assertThat(better).isLessThan(topK);
  }

  private static int[] choices(long seed) {
    TokenSampler sampler = new TokenSampler(new Sampling(1, 0.95, 20, 1, 9, seed), 50);
    float[] flat = new float[50];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = i % 7;
    }
    return IntStream.range(0, 30).map(_ -> sampler.choose(flat.clone(), NOTHING)).toArray();
  }

  private static float[] scores(double... values) {
    float[] scores = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      scores[i] = (float) values[i];
    }
    return scores;
  }
}
