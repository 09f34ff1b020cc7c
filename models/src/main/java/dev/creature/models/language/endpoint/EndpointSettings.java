package dev.creature.models.language.endpoint;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Where an OpenAI-compatible endpoint is and how long it is waited for.
 *
 * @param baseUrl the address up to the version, such as {@code http://localhost:11434/v1}; {@code
 *     /v1} is added to an address without a path
 * @param model the name of the model on that endpoint
 * @param apiKey what it asks for, or {@link ApiKey#NONE}
 * @param connect how long one attempt to connect may take
 * @param firstToken how long the first piece of text may take, attempts included
 * @param betweenTokens how long the endpoint may be silent after that
 * @param attempts how often a reply is asked for while the endpoint refuses the connection or
 *     answers 429 or 503, at least 1
 * @param backOff the wait before the second attempt; doubles with each
 * @param extendedSampling whether to send {@code top_k} and the repetition penalty too, which
 *     llama.cpp, Ollama and vLLM understand and strict services refuse
 * @param extraFields further top-level fields of the request, JSON values by name, for what only
 *     one server knows
 */
public record EndpointSettings(
    URI baseUrl,
    String model,
    ApiKey apiKey,
    Duration connect,
    Duration firstToken,
    Duration betweenTokens,
    int attempts,
    Duration backOff,
    boolean extendedSampling,
    Map<String, Object> extraFields) {

  public EndpointSettings {
    extraFields = Map.copyOf(extraFields);
    String scheme = baseUrl.getScheme();
    if (!("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
        || baseUrl.getHost() == null) {
      throw new IllegalArgumentException(
          "the endpoint's base URL must be like http://localhost:11434/v1, not " + safe(baseUrl));
    }
    if (baseUrl.getRawUserInfo() != null
        || baseUrl.getRawQuery() != null
        || baseUrl.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "the endpoint's base URL must have no user, query or fragment: " + safe(baseUrl));
    }
    if (model.isBlank()) {
      throw new IllegalArgumentException("the endpoint's model must be named");
    }
    positive(connect, "connect");
    positive(firstToken, "firstToken");
    positive(betweenTokens, "betweenTokens");
    positive(backOff, "backOff");
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts must be at least 1, not " + attempts);
    }
  }

  /** The usual waits: 1 s to connect, 5 s to the first token, 5 s between tokens, 3 attempts. */
  public static EndpointSettings of(URI baseUrl, String model) {
    return new EndpointSettings(
        baseUrl,
        model,
        ApiKey.NONE,
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        3,
        Duration.ofMillis(100),
        false,
        Map.of());
  }

  /** Where replies are asked for. */
  URI chatCompletions() {
    String base = baseUrl.toString().replaceAll("/+$", "");
    boolean bare = baseUrl.getRawPath().replace("/", "").isEmpty();
    return URI.create(base + (bare ? "/v1" : "") + "/chat/completions");
  }

  private static void positive(Duration duration, String name) {
    if (!duration.isPositive()) {
      throw new IllegalArgumentException(name + " must be longer than 0, not " + duration);
    }
  }

  // A password in the address must not come back in an error message.
  private static String safe(URI url) {
    return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
  }
}
