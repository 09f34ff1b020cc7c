package dev.creature.models.whisper;

import dev.creature.models.mel.MelFeatures;
import dev.creature.models.whisper.Transcript.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * When each word was said, from where the decoder looked while it wrote it.
 *
 * <p>The weights of the heads that follow words are brought to a common scale over the tokens,
 * smoothed with a median over frames and averaged; the cheapest monotonous path through them
 * (dynamic time warping) gives each token its first frame. A word ends where the next one begins,
 * or where the sound between them has faded.
 */
final class WordTimes {
  /** Frames on either side of the median: 7 in all, as Whisper's makers use. */
  private static final int MEDIAN_SIDE = 3;

  private static final int FRAME_MILLIS = 20;

  private WordTimes() {}

  /**
   * Finds the words' times.
   *
   * @param tokens of the text
   * @param attention for each token and, behind them, for the end if there is one: {@code [head *
   *     columns + column]}
   * @param plan which columns are sound
   * @param sound the spectrum that was encoded
   */
  static List<Word> of(
      List<Integer> tokens,
      List<float[]> attention,
      FramePlan plan,
      MelFeatures sound,
      Vocabulary vocabulary) {
    if (tokens.isEmpty()) {
      return List.of();
    }
    int[] starts = path(matrix(attention, plan), attention.size(), plan.soundFrames());
    Loudness loudness = new Loudness(sound);
    List<Word> words = new ArrayList<>();
    int first = 0;
    while (first < tokens.size()) {
      int next = first + 1;
      while (next < tokens.size() && !vocabulary.startsWord(tokens.get(next))) {
        next++;
      }
      int from = starts[first];
      int to = next < starts.length ? starts[next] : plan.soundFrames();
      Loudness.Span span = loudness.loudest(from, to);
      String text = vocabulary.text(tokens.subList(first, next)).strip();
      words.add(
          new Word(
              text, span.from() * FRAME_MILLIS, span.to() * FRAME_MILLIS, first, next - first));
      first = next;
    }
    return words;
  }

  /** Mean over heads of the scaled and smoothed weights, {@code [token][frame]}. */
  private static float[][] matrix(List<float[]> attention, FramePlan plan) {
    int rows = attention.size();
    int frames = plan.soundFrames();
    int columns = plan.frames().length;
    float[][] mean = new float[rows][frames];
    float[][] head = new float[rows][frames];
    for (int h = 0; h < DecoderGraph.WORD_HEAD_COUNT; h++) {
      for (int row = 0; row < rows; row++) {
        System.arraycopy(attention.get(row), h * columns, head[row], 0, frames);
      }
      scaleOverTokens(head);
      for (int row = 0; row < rows; row++) {
        addMedians(head[row], mean[row]);
      }
    }
    return mean;
  }

  private static void scaleOverTokens(float[][] weights) {
    for (int frame = 0; frame < weights[0].length; frame++) {
      double sum = 0;
      double squares = 0;
      for (float[] row : weights) {
        sum += row[frame];
        squares += (double) row[frame] * row[frame];
      }
      double mean = sum / weights.length;
      double deviation = Math.sqrt(Math.max(squares / weights.length - mean * mean, 1e-12));
      for (float[] row : weights) {
        row[frame] = (float) ((row[frame] - mean) / deviation);
      }
    }
  }

  private static void addMedians(float[] values, float[] sums) {
    float[] window = new float[2 * MEDIAN_SIDE + 1];
    for (int i = 0; i < values.length; i++) {
      for (int j = -MEDIAN_SIDE; j <= MEDIAN_SIDE; j++) {
        window[j + MEDIAN_SIDE] = values[mirrored(i + j, values.length)];
      }
      Arrays.sort(window);
      sums[i] += window[MEDIAN_SIDE];
    }
  }

  private static int mirrored(int index, int length) {
    int inside = index < 0 ? -index : index >= length ? 2 * (length - 1) - index : index;
    return Math.clamp(inside, 0, length - 1);
  }

  /** First frame of each row on the path that gathers the most weight. */
  private static int[] path(float[][] weights, int rows, int frames) {
    float[][] best = new float[rows + 1][frames + 1];
    byte[][] came = new byte[rows + 1][frames + 1];
    for (float[] row : best) {
      Arrays.fill(row, Float.NEGATIVE_INFINITY);
    }
    best[0][0] = 0;
    for (int row = 1; row <= rows; row++) {
      for (int frame = 1; frame <= frames; frame++) {
        float both = best[row - 1][frame - 1];
        float token = best[row - 1][frame];
        float time = best[row][frame - 1];
        float most = Math.max(both, Math.max(token, time));
        came[row][frame] = (byte) (most == both ? 0 : most == token ? 1 : 2);
        best[row][frame] = most + weights[row - 1][frame - 1];
      }
    }
    int[] first = new int[rows];
    int row = rows;
    int frame = frames;
    while (row > 0 && frame > 0) {
      first[row - 1] = frame - 1;
      byte step = came[row][frame];
      row -= step == 2 ? 0 : 1;
      frame -= step == 1 ? 0 : 1;
    }
    return first;
  }
}
