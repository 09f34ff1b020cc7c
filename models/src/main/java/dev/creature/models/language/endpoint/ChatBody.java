package dev.creature.models.language.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.creature.models.language.ChatRequest;
import dev.creature.models.language.Sampling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a request for a streamed chat completion as JSON. */
final class ChatBody {
  private static final JsonMapper JSON = new JsonMapper();

  private ChatBody() {}

  static String of(ChatRequest request, EndpointSettings settings) {
    Sampling sampling = request.sampling();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("model", settings.model());
    body.put("stream", true);
    List<Map<String, String>> messages =
        request.messages().stream()
            .map(message -> Map.of("role", message.role().wireName(), "content", message.text()))
            .toList();
    body.put("messages", messages);
    body.put("temperature", sampling.temperature());
    body.put("top_p", sampling.topP());
    body.put("max_tokens", sampling.maxTokens());
    body.put("seed", sampling.seed());
    if (settings.extendedSampling()) {
      body.put("top_k", sampling.topK());
      // The same thing under its name in llama.cpp and Ollama, and in vLLM.
      body.put("repeat_penalty", sampling.repetitionPenalty());
      body.put("repetition_penalty", sampling.repetitionPenalty());
    }
    body.putAll(settings.extraFields());
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the extra fields for the endpoint are no JSON", e);
    }
  }
}
