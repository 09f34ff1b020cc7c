package dev.creature.models.language.assembly;

import dev.creature.models.gguf.GgufFile;
import dev.creature.models.gguf.GgufMetadata;
import dev.creature.models.gguf.GgufTensor;
import dev.creature.models.gguf.InvalidGguf;
import dev.creature.models.gguf.PlainRows;
import java.util.Arrays;
import java.util.Optional;

/**
 * The sizes of a model of the Llama or Qwen2 family, as its GGUF file announces them.
 *
 * @param family which of the two
 * @param layers number of layers
 * @param width numbers of a token between layers
 * @param heads query heads
 * @param keyValueHeads key and value heads; divides {@code heads}
 * @param headSize numbers of a head
 * @param epsilon added to the mean square before its root
 * @param frequencies angle of rotation per position, one for each pair of a head's numbers
 * @param positions the longest context that is assembled
 */
record LlamaArchitecture(
    Family family,
    int layers,
    int width,
    int heads,
    int keyValueHeads,
    int headSize,
    float epsilon,
    double[] frequencies,
    int positions) {

  /** The families, by which numbers of a head are rotated together. */
  enum Family {
    /** Neighbours: GGUF files of this family have their rows permuted for it. */
    LLAMA,
    /** One of the first half with one of the second. */
    QWEN2
  }

  /** A voice or a plan needs no more, and the tables of angles stay small. */
  private static final int MOST_POSITIONS = 4096;

  static LlamaArchitecture of(GgufFile file) {
    GgufMetadata metadata = file.metadata();
    String name = metadata.text("general.architecture");
    Family family =
        switch (name) {
          case "llama" -> Family.LLAMA;
          case "qwen2" -> Family.QWEN2;
          default ->
              throw new InvalidGguf(
                  "its architecture is %s; llama and qwen2 are known".formatted(name));
        };
    int width = metadata.whole(name + ".embedding_length", 1, 1 << 16);
    int heads = metadata.whole(name + ".attention.head_count", 1, 1 << 10);
    int keyValueHeads =
        metadata.wholeIfAny(name + ".attention.head_count_kv", 1, 1 << 10).orElse(heads);
    int headSize =
        metadata.wholeIfAny(name + ".attention.key_length", 1, 1 << 12).orElse(width / heads);
    if (heads % keyValueHeads != 0 || headSize % 2 != 0) {
      throw new InvalidGguf("its heads don't divide: %d, %d".formatted(heads, keyValueHeads));
    }
    int rotated = metadata.wholeIfAny(name + ".rope.dimension_count", 1, 1 << 12).orElse(headSize);
    if (rotated != headSize) {
      throw new InvalidGguf("only %d of %d numbers of a head turn".formatted(rotated, headSize));
    }
    if (metadata.wholeIfAny(name + ".expert_count", 0, 1 << 16).orElse(0) > 0) {
      throw new InvalidGguf("it is a mixture of experts, which is not assembled here");
    }
    return new LlamaArchitecture(
        family,
        metadata.whole(name + ".block_count", 1, 1 << 10),
        width,
        heads,
        keyValueHeads,
        headSize,
        (float) metadata.real(name + ".attention.layer_norm_rms_epsilon"),
        frequencies(file, name, headSize),
        Math.min(metadata.whole(name + ".context_length", 1, 1 << 30), MOST_POSITIONS));
  }

  private static double[] frequencies(GgufFile file, String name, int headSize) {
    GgufMetadata metadata = file.metadata();
    double base = metadata.realIfAny(name + ".rope.freq_base").orElse(10_000.0);
    double stretch =
        switch (metadata.textIfAny(name + ".rope.scaling.type").orElse("none")) {
          case "none" -> 1;
          case "linear" -> metadata.real(name + ".rope.scaling.factor");
          default -> throw new InvalidGguf("it stretches its positions in a way not known here");
        };
    double[] frequencies = new double[headSize / 2];
    Arrays.setAll(frequencies, i -> Math.pow(base, -2.0 * i / headSize) / stretch);
    Optional<GgufTensor> factors = file.find("rope_freqs.weight");
    factors.ifPresent(tensor -> {
      float[] values = PlainRows.read(tensor);
      if (values.length != frequencies.length) {
        throw new InvalidGguf("rope_freqs.weight has %d numbers".formatted(values.length));
      }
      for (int i = 0; i < values.length; i++) {
        frequencies[i] /= values[i];
      }
    });
    return frequencies;
  }
}
