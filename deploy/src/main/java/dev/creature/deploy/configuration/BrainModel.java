package dev.creature.deploy.configuration;

import dev.creature.models.language.LanguageModel;
import dev.creature.models.language.embedded.ConversationLimit;
import dev.creature.models.language.embedded.EmbeddedLanguageModel;
import dev.creature.models.language.endpoint.EndpointLanguageModel;
import dev.creature.models.language.endpoint.FallbackEvent;
import dev.creature.models.language.endpoint.FallbackLanguageModel;
import dev.creature.models.language.endpoint.OpenedLanguageModel;
import dev.creature.models.language.endpoint.Stopwatch;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.store.ModelFolder;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens what writes the replies. */
public final class BrainModel {
  private static final Logger LOG = LoggerFactory.getLogger(BrainModel.class);

  private BrainModel() {}

  /** The models to fetch for a choice, beside the default ones. */
  public static List<String> wanted(BrainChoice choice) {
    return switch (choice) {
      case BrainChoice.Large() -> List.of(EmbeddedLanguageModel.QWEN_CODER);
      case BrainChoice.Embedded(), BrainChoice.Endpoint _ -> List.of();
      case BrainChoice.Opened(var better, var _) -> wanted(better);
    };
  }

  /**
   * Opens it; the models of {@link #wanted} are there.
   *
   * @param events told what a fall-back had to do; must return quickly
   */
  public static LanguageModel open(
      BrainChoice choice,
      InferenceRuntime runtime,
      ModelFolder models,
      Consumer<FallbackEvent> events) {
    return switch (choice) {
      case BrainChoice.Embedded() -> embedded(runtime, models, EmbeddedLanguageModel.SMOLLM2);
      case BrainChoice.Large() -> embedded(runtime, models, EmbeddedLanguageModel.QWEN_CODER);
      case BrainChoice.Endpoint(var endpoint, var fallback) -> {
        LanguageModel second = embedded(runtime, models, EmbeddedLanguageModel.SMOLLM2);
        yield new FallbackLanguageModel(
            new EndpointLanguageModel(endpoint), second, fallback, events, Stopwatch.system());
      }
      case BrainChoice.Opened(var better, var budget) ->
          new OpenedLanguageModel(
              embedded(runtime, models, EmbeddedLanguageModel.SMOLLM2),
              switch (better) {
                case BrainChoice.Large() ->
                    embedded(runtime, models, EmbeddedLanguageModel.QWEN_CODER);
                // What it opens with stands in for it where it is down: no other is needed.
                case BrainChoice.Endpoint(var endpoint, var _) ->
                    new EndpointLanguageModel(endpoint);
              },
              budget,
              events,
              Stopwatch.system());
    };
  }

  /** Writes into the log what a fall-back had to do. */
  public static void log(FallbackEvent event) {
    switch (event) {
      case FallbackEvent.FellBack(String conversation, String reason) ->
          LOG.info("the embedded model answers in {}: {}", conversation, reason);
      case FallbackEvent.BrokeOff(String conversation, String reason) ->
          LOG.info("a reply in {} ended short: {}", conversation, reason);
      case FallbackEvent.Suspended() -> LOG.info("the endpoint is left alone for a while");
      case FallbackEvent.Recovered() -> LOG.info("the endpoint works again");
    }
  }

  private static LanguageModel embedded(
      InferenceRuntime runtime, ModelFolder models, String model) {
    return EmbeddedLanguageModel.open(runtime, models, model, ConversationLimit.VOICE);
  }
}
