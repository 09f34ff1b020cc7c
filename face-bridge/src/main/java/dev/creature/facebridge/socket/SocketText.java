package dev.creature.facebridge.socket;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Texts of sockets: JSON objects, whatever somebody sends. */
public final class SocketText {
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).build())
              .build());

  private SocketText() {}

  /** The object, or nothing when it is none. */
  public static Optional<ObjectNode> parse(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  /** What a client that sent something wrong is told. */
  public static String error(String code, String message) {
    return MAPPER
        .createObjectNode()
        .put("type", "error")
        .put("code", code)
        .put("message", message)
        .toString();
  }
}
