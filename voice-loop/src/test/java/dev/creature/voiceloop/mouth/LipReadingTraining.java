package dev.creature.voiceloop.mouth;

import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.RuntimeSettings;
import dev.creature.models.store.ModelFolder;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes {@code lip-reading.bin} anew: {@code main} with {@code lip-reading-sentences.txt} and the
 * file to write. Has the voice read sentences, which tells when each phoneme sounds, plays them
 * higher and lower so that the net learns mouths and not one speaker, and teaches it by Adam. Equal
 * seeds, equal files.
 */
final class LipReadingTraining {
  private static final double[] PITCHES = {0.84, 0.92, 1, 1.1, 1.2};
  private static final int ROUNDS = 14;
  private static final int BATCH = 64;

  private final List<float[]> inputs = new ArrayList<>();
  private final List<Integer> wanted = new ArrayList<>();
  private final SplittableRandom random = new SplittableRandom(15);

  private LipReadingTraining() {}

  public static void main(String[] arguments) throws IOException {
    List<String> sentences = Files.readAllLines(Path.of(arguments[0]));
    InferenceRuntime runtime = InferenceRuntime.start(RuntimeSettings.forThisMachine());
    LipReadingTraining training = new LipReadingTraining();
    Mouth mouth =
        Voices.open(runtime, ModelFolder.ofUser(), Voices.HIBARI, MouthSettings.standard());
    for (String sentence : sentences) {
      SpokenClause clause = mouth.speak("training", Clause.of(sentence)).join();
      for (double pitch : PITCHES) {
        training.add(clause, pitch);
      }
    }
    LipReading learned = training.learn();
    try (DataOutputStream out =
        new DataOutputStream(Files.newOutputStream(Path.of(arguments[1])))) {
      for (float[][] part : List.of(learned.scale(), learned.hidden(), learned.shapes())) {
        for (float[] row : part) {
          for (float number : row) {
            out.writeFloat(number);
          }
        }
      }
    }
    runtime.close();
  }

  private void add(SpokenClause clause, double pitch) {
    short[] samples = faster(clause.samples(), pitch);
    float[][] slices = SoundSpectrum.of(samples);
    LipReading plain = plain();
    for (int at = 0; at < slices.length; at++) {
      inputs.add(plain.inputs(slices, at));
      wanted.add(
          LipReading.ORDER.indexOf(SoundVisemesTest.at(clause.visemes(), (at * 10 + 5) * pitch)));
    }
  }

  private static LipReading plain() {
    float[][] scale = new float[2][LipReading.INPUTS];
    Arrays.fill(scale[1], 1);
    return new LipReading(scale, new float[0][], new float[0][]);
  }

  /** The same sound, played faster and so higher. */
  static short[] faster(short[] samples, double by) {
    short[] out = new short[(int) (samples.length / by)];
    for (int i = 0; i < out.length; i++) {
      double at = i * by;
      int left = (int) at;
      int right = Math.min(samples.length - 1, left + 1);
      out[i] = (short) Math.round(samples[left] + (at - left) * (samples[right] - samples[left]));
    }
    return out;
  }

  private LipReading learn() {
    float[][] scale = scale();
    for (float[] each : inputs) {
      for (int i = 0; i < each.length; i++) {
        each[i] = (each[i] - scale[0][i]) / scale[1][i];
      }
    }
    LipReading net =
        new LipReading(
            scale,
            some(LipReading.HIDDEN, LipReading.INPUTS + 1),
            some(LipReading.ORDER.size(), LipReading.HIDDEN + 1));
    Adam hidden = new Adam(net.hidden());
    Adam shapes = new Adam(net.shapes());
    int[] order = new int[inputs.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    for (int round = 0; round < ROUNDS; round++) {
      double rate = 0.004 * Math.pow(0.78, round);
      shuffle(order);
      double loss = 0;
      for (int from = 0; from + BATCH <= order.length; from += BATCH) {
        for (int i = from; i < from + BATCH; i++) {
          loss += teach(net, inputs.get(order[i]), wanted.get(order[i]), hidden, shapes);
        }
        hidden.step(rate, BATCH);
        shapes.step(rate, BATCH);
      }
      System.out.printf("round %d, loss %.3f of %d%n", round, loss / order.length, order.length);
    }
    return net;
  }

  private static double teach(LipReading net, float[] input, int shape, Adam hidden, Adam shapes) {
    float[] values = net.hidden(input);
    float[] likely = net.likely(values);
    double[] back = new double[values.length];
    for (int i = 0; i < likely.length; i++) {
      double error = likely[i] - (i == shape ? 1 : 0);
      for (int unit = 0; unit < values.length; unit++) {
        back[unit] += error * net.shapes()[i][unit];
        shapes.slope[i][unit] += error * values[unit];
      }
      shapes.slope[i][values.length] += error;
    }
    for (int unit = 0; unit < values.length; unit++) {
      double error = back[unit] * (1 - values[unit] * (double) values[unit]);
      double[] slope = hidden.slope[unit];
      for (int i = 0; i < input.length; i++) {
        slope[i] += error * input[i];
      }
      slope[input.length] += error;
    }
    return -Math.log(Math.max(1e-9, likely[shape]));
  }

  private float[][] scale() {
    float[][] scale = new float[2][LipReading.INPUTS];
    for (int i = 0; i < LipReading.INPUTS; i++) {
      double sum = 0;
      double squares = 0;
      for (float[] each : inputs) {
        sum += each[i];
        squares += each[i] * (double) each[i];
      }
      double mean = sum / inputs.size();
      scale[0][i] = (float) mean;
      scale[1][i] = (float) Math.max(1e-3, Math.sqrt(squares / inputs.size() - mean * mean));
    }
    return scale;
  }

  private float[][] some(int rows, int columns) {
    float[][] all = new float[rows][columns];
    for (float[] row : all) {
      for (int i = 0; i < columns; i++) {
        row[i] = (float) ((random.nextDouble() - 0.5) * 2 / Math.sqrt(columns));
      }
    }
    return all;
  }

  private void shuffle(int[] order) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }

  private static final class Adam {
    private final float[][] weights;
    private final double[][] slope;
    private final double[][] first;
    private final double[][] second;
    private int steps;

    Adam(float[][] weights) {
      this.weights = weights;
      slope = new double[weights.length][weights[0].length];
      first = new double[weights.length][weights[0].length];
      second = new double[weights.length][weights[0].length];
    }

    void step(double rate, int batch) {
      steps++;
      double one = 1 - Math.pow(0.9, steps);
      double two = 1 - Math.pow(0.999, steps);
      for (int row = 0; row < weights.length; row++) {
        for (int i = 0; i < weights[row].length; i++) {
          double g = slope[row][i] / batch;
          slope[row][i] = 0;
          first[row][i] = 0.9 * first[row][i] + 0.1 * g;
          second[row][i] = 0.999 * second[row][i] + 0.001 * g * g;
          weights[row][i] -=
              (float) (rate * first[row][i] / one / (Math.sqrt(second[row][i] / two) + 1e-8));
        }
      }
    }
  }
}
