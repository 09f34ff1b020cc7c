package dev.creature.models.catalog;

import dev.creature.models.language.assembly.LlamaAssembly;
import dev.creature.models.language.embedded.EmbeddedLanguageModel;
import dev.creature.models.store.Assembly;
import dev.creature.models.voice.HibariAssembly;
import dev.creature.models.voice.KokoroAssembly;
import dev.creature.models.whisper.WhisperAssembly;
import java.util.Map;
import java.util.Optional;

/** Which models are assembled after they were fetched; the others run as they were published. */
public final class Assemblies {
  /** By model id. A model that needs assembling gets its entry here. */
  private static final Map<String, Assembly> BY_MODEL =
      Map.ofEntries(
          Map.entry(EmbeddedLanguageModel.SMOLLM2, new LlamaAssembly()),
          Map.entry(EmbeddedLanguageModel.QWEN_CODER, new LlamaAssembly()),
          Map.entry(WhisperAssembly.MODEL_ID, new WhisperAssembly()),
          Map.entry("hibari", new HibariAssembly()),
          Map.entry("kokoro-82m", new KokoroAssembly()));

  private Assemblies() {}

  /**
   * What makes the runnable files of a model, or empty where its published files run as they are.
   */
  public static Optional<Assembly> of(String modelId) {
    return Optional.ofNullable(BY_MODEL.get(modelId));
  }
}
