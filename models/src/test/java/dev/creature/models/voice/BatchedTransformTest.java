package dev.creature.models.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BatchedTransformTest {
  @Test
  void isTheFourierTransformOfEachFrame() {
    int frames = 3;
    BatchedTransform transform = new BatchedTransform(frames);
    Random random = new Random(1);
    double[][] re = new double[frames][BatchedTransform.POINTS];
    double[][] im = new double[frames][BatchedTransform.POINTS];
    for (int f = 0; f < frames; f++) {
      for (int n = 0; n < BatchedTransform.POINTS; n++) {
        re[f][n] = random.nextGaussian();
        im[f][n] = random.nextGaussian();
        transform.re()[n * frames + f] = (float) re[f][n];
        transform.im()[n * frames + f] = (float) im[f][n];
      }
    }
    transform.transform();
    for (int f = 0; f < frames; f++) {
      for (int k = 0; k < BatchedTransform.POINTS; k++) {
        double sumRe = 0;
        double sumIm = 0;
        for (int n = 0; n < BatchedTransform.POINTS; n++) {
          double angle = -2 * Math.PI * (k * n % BatchedTransform.POINTS) / BatchedTransform.POINTS;
          sumRe += re[f][n] * Math.cos(angle) - im[f][n] * Math.sin(angle);
          sumIm += re[f][n] * Math.sin(angle) + im[f][n] * Math.cos(angle);
        }
        assertThat((double) transform.re()[k * frames + f]).isCloseTo(sumRe, within(2e-4));
        assertThat((double) transform.im()[k * frames + f]).isCloseTo(sumIm, within(2e-4));
      }
    }
  }
}
