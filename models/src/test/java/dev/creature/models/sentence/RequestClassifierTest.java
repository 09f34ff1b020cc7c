package dev.creature.models.sentence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.RuntimeSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RequestClassifierTest {
  private static final InferenceRuntime RUNTIME =
      InferenceRuntime.start(RuntimeSettings.forThisMachine());

  @AfterAll
  static void end() {
    RUNTIME.close();
  }

  private static float[] vector(Random random, boolean asks) {
    float[] vector = new float[SentenceEncoder.WIDTH];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (random.nextGaussian() / 60);
    }
    vector[0] += asks ? 0.3f : -0.3f;
    return vector;
  }

  private static RequestHead fitted() {
    Random random = new Random(5);
    List<HeadTraining.Example> examples = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      examples.add(new HeadTraining.Example(vector(random, i % 2 == 0), i % 2 == 0));
    }
    return HeadTraining.fit(examples);
  }

  @Test
  void sentencesThatMeanAlikeAreNear() {
    SentenceEncoder encoder = SentenceEncoder.open(RUNTIME);
    float[] cup = encoder.embed("Bring me the cup.");
    float[] mug = encoder.embed("Could you fetch my mug?");
    float[] taxes = encoder.embed("Taxes are due in April.");

    assertThat(product(cup, cup)).isBetween(0.999, 1.001);
    assertThat(product(cup, mug)).isGreaterThan(product(cup, taxes) + 0.2);
  }

  private static double product(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  @Test
  void tellsRequestsFromTalk() {
    RequestClassifier classifier = RequestClassifier.open(RUNTIME);

    assertThat(classifier.probability("Put the clean plates into the cupboard."))
        .isGreaterThan(0.8);
    assertThat(classifier.probability("Who won the football game last night?")).isLessThan(0.05);
  }

  @Test
  void learnsWhatTellsTheExamplesApart() {
    RequestHead head = fitted();
    Random unseen = new Random(6);
    int right = 0;
    for (int i = 0; i < 100; i++) {
      boolean asks = i % 2 == 0;
      right += (head.probability(vector(unseen, asks)) > 0.5) == asks ? 1 : 0;
    }

    assertThat(right).isGreaterThan(95);
  }

  @Test
  void theSameExamplesGiveTheSameWeightsAndTheyCanBeRead() throws IOException {
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    fitted().write(new DataOutputStream(first));
    ByteArrayOutputStream second = new ByteArrayOutputStream();
    RequestHead.read(new DataInputStream(new ByteArrayInputStream(first.toByteArray())))
        .write(new DataOutputStream(second));
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    fitted().write(new DataOutputStream(again));

    assertThat(second.toByteArray()).isEqualTo(first.toByteArray());
    assertThat(again.toByteArray()).isEqualTo(first.toByteArray());
  }

  @Test
  void refusesOtherBytes() {
    DataInputStream other = new DataInputStream(new ByteArrayInputStream(new byte[64]));

    assertThatThrownBy(() -> RequestHead.read(other)).isInstanceOf(IOException.class);
  }
}
