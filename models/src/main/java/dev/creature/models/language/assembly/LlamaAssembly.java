package dev.creature.models.language.assembly;

import dev.creature.models.gguf.GgufFile;
import dev.creature.models.gguf.InvalidGguf;
import dev.creature.models.language.tokens.Vocabulary;
import dev.creature.models.language.tokens.VocabularyFile;
import dev.creature.models.onnx.GraphWriter;
import dev.creature.models.store.Assembly;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Makes an ONNX model, its vocabulary and its configuration of a {@code model.gguf} of the Llama or
 * Qwen2 family.
 */
public final class LlamaAssembly implements Assembly {
  /** Name of the published file. */
  public static final String SOURCE = "model.gguf";

  /** Name of the assembled vocabulary. */
  public static final String VOCABULARY = "vocabulary.bin";

  @Override
  public String version() {
    return "onnx-3";
  }

  @Override
  public void assemble(Path source, Path target) throws IOException {
    try (GgufFile file = GgufFile.open(source.resolve(SOURCE))) {
      assemble(file, target);
    } catch (InvalidGguf e) {
      throw new IOException(source.resolve(SOURCE) + " cannot be assembled: " + e.getMessage(), e);
    }
  }

  private static void assemble(GgufFile file, Path target) throws IOException {
    LlamaArchitecture sizes = LlamaArchitecture.of(file);
    Vocabulary vocabulary = PublishedVocabulary.of(file.metadata());
    if (vocabulary.size() != file.tensor("token_embd.weight").rows()) {
      throw new InvalidGguf("its tokenizer and its embeddings differ in size");
    }
    boolean exactToo = LlamaGraph.hasExactForm(file, sizes);
    try (GraphWriter fast = new GraphWriter(target.resolve(Precision.FAST.file()), "language")) {
      new LlamaGraph(file, sizes, fast, Precision.FAST).write();
      fast.finish();
      if (exactToo) {
        GraphWriter exact = fast.another(target.resolve(Precision.EXACT.file()));
        new LlamaGraph(file, sizes, exact, Precision.EXACT).write();
        exact.finish();
      }
    }
    VocabularyFile.write(vocabulary, target.resolve(VOCABULARY));
    new DecoderConfiguration(
            sizes.layers(),
            sizes.keyValueHeads(),
            sizes.headSize(),
            vocabulary.size(),
            sizes.positions(),
            exactToo,
            file.metadata().whole("tokenizer.ggml.eos_token_id", 0, vocabulary.size() - 1))
        .write(target);
  }
}
