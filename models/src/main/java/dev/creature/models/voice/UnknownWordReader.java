package dev.creature.models.voice;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.ModelFailure;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Guesses the phonemes of a word that no lexicon has, with a small character network. One run a
 * word, about a millisecond. Thread-safe.
 */
public final class UnknownWordReader {
  private final InferenceRuntime runtime;
  private final OrtSession session;
  private final Map<Integer, Integer> characters = new HashMap<>();
  private final Map<Integer, String> phonemes = new HashMap<>();
  private final int longest;

  UnknownWordReader(InferenceRuntime runtime, Path model, ByteTable table) {
    this.runtime = runtime;
    this.session = runtime.open(model, Map.of());
    int maximum = 0;
    for (int row = 0; row < table.size(); row++) {
      String key = table.key(row);
      String value = table.text(row);
      if (key.equals(HibariAssembly.LONGEST)) {
        maximum = Integer.parseInt(value);
      } else if (key.startsWith("in")) {
        characters.put(key.codePointAt("in".length()), Integer.parseInt(value));
      } else {
        phonemes.put(Integer.parseInt(key.substring("out".length())), value);
      }
    }
    this.longest = maximum;
  }

  /**
   * Reads a word.
   *
   * @param word letters; those that the network has never seen are passed over, and so is what is
   *     longer than its longest word
   * @return phonemes, empty when no letter is known
   */
  public String read(String word) {
    long[] ids =
        word.codePoints()
            .filter(characters::containsKey)
            .limit(longest)
            .mapToLong(c -> characters.getOrDefault(c, 0))
            .toArray();
    if (ids.length == 0) {
      return "";
    }
    try (OnnxTensor input =
            OnnxTensor.createTensor(
                runtime.environment(), LongBuffer.wrap(ids), new long[] {1, ids.length});
        OrtSession.Result result = session.run(Map.of("chars", input))) {
      LongBuffer read = ((OnnxTensor) result.get(0)).getLongBuffer();
      StringBuilder text = new StringBuilder();
      long previous = 0;
      while (read.hasRemaining()) {
        long id = read.get();
        if (id != previous && id != 0) {
          text.append(phonemes.getOrDefault((int) id, ""));
        }
        previous = id;
      }
      return text.toString();
    } catch (OrtException e) {
      throw new ModelFailure("the net for unknown words failed: " + e.getMessage(), e);
    }
  }
}
