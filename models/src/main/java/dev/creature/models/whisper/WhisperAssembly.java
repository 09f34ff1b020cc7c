package dev.creature.models.whisper;

import dev.creature.models.store.Assembly;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Makes two ONNX graphs and a vocabulary out of {@code model.bin} and {@code tokenizer.json} of a
 * CTranslate2 Whisper tiny.en. Takes about a second.
 */
public final class WhisperAssembly implements Assembly {
  /** Id of the model whose files this takes. */
  public static final String MODEL_ID = "whisper-tiny.en";

  static final String ENCODER = "encoder.onnx";
  static final String DECODER = "decoder.onnx";
  static final String VOCABULARY = "vocabulary.bin";

  private final Precision encoder;
  private final Precision decoder;

  /** The 8-bit form. */
  public WhisperAssembly() {
    this(Precision.INT8_CHANNELS, Precision.INT8_BLOCKS);
  }

  WhisperAssembly(Precision encoder, Precision decoder) {
    this.encoder = encoder;
    this.decoder = decoder;
  }

  @Override
  public String version() {
    return "onnx-1";
  }

  @Override
  public void assemble(Path source, Path target) throws IOException {
    Path model = source.resolve("model.bin");
    Ctranslate2File weights = Ctranslate2File.read(model);
    Vocabulary vocabulary = Vocabulary.ofTokenizer(source.resolve("tokenizer.json"));
    try {
      EncoderGraph.write(weights, target.resolve(ENCODER), encoder);
      DecoderGraph.write(weights, vocabulary, target.resolve(DECODER), decoder);
    } catch (MissingWeight e) {
      throw new IOException(model + ": not the weights of Whisper tiny.en: " + e.getMessage(), e);
    }
    vocabulary.write(target.resolve(VOCABULARY));
  }
}
