package dev.creature.models.language.tooluse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads calls that a model wrote into its words instead of where calls belong: in code fences, in
 * tags, as one object or a list, with quotes or commas that JSON does not know. Pure.
 */
public final class LooseCalls {
  private static final int MOST = 16;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .build();

  private LooseCalls() {}

  /** The words alone, where they hold a call of one of these tools: an answer with that call. */
  public static ToolAnswer read(String words, List<ToolOffer> tools) {
    Set<String> names = tools.stream().map(ToolOffer::name).collect(Collectors.toSet());
    List<ToolCall> calls = new ArrayList<>();
    int from = -1;
    for (int at = 0; at < words.length() && calls.size() < MOST; at++) {
      char character = words.charAt(at);
      if (character != '{' && character != '[') {
        continue;
      }
      Optional<Piece> piece = piece(words, at);
      if (piece.isPresent() && collect(piece.get().value(), names, calls)) {
        from = from < 0 ? at : from;
        at = piece.get().end() - 1;
      }
    }
    if (calls.isEmpty()) {
      return new ToolAnswer(words.strip(), List.of());
    }
    String before = words.substring(0, from).replaceAll("(?s)(```\\w*|<[a-z_]+>)\\s*$", "");
    return new ToolAnswer(before.strip(), calls);
  }

  /**
   * Arguments as strict JSON where they can be read at all, else as they are. Empty ones are an
   * object without members.
   */
  public static String mended(String arguments) {
    String text = arguments.strip();
    if (text.isEmpty()) {
      return "{}";
    }
    int start = Math.max(0, text.indexOf('{'));
    for (String closing : List.of("", "}", "\"}", "}}", "\"}}")) {
      Optional<Piece> piece = piece(text + closing, start);
      if (piece.isPresent() && piece.get().value().isObject()) {
        return piece.get().value().toString();
      }
    }
    // Some write the object a second time as a string.
    Optional<Piece> quoted = piece(text, 0);
    return quoted.isPresent() && quoted.get().value().isTextual()
        ? inner(quoted.get().value().textValue(), arguments)
        : arguments;
  }

  private static String inner(String text, String otherwise) {
    return piece(text, 0)
        .map(Piece::value)
        .filter(JsonNode::isObject)
        .map(JsonNode::toString)
        .orElse(otherwise);
  }

  private record Piece(JsonNode value, int end) {}

  private static Optional<Piece> piece(String text, int at) {
    try (JsonParser parser = JSON.createParser(text.substring(at))) {
      JsonNode value = JSON.readTree(parser);
      if (value == null || value.isMissingNode()) {
        return Optional.empty();
      }
      return Optional.of(new Piece(value, at + (int) parser.currentLocation().getCharOffset()));
    } catch (JsonProcessingException | StackOverflowError _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory", e);
    }
  }

  private static boolean collect(JsonNode value, Set<String> names, List<ToolCall> calls) {
    if (value.isArray()) {
      boolean any = false;
      for (JsonNode element : value) {
        any |= collect(element, names, calls);
      }
      return any;
    }
    JsonNode function =
        value.has("function") && value.path("function").isObject() ? value.path("function") : value;
    String name = "";
    for (String key : List.of("name", "tool", "function", "tool_name")) {
      name = name.isEmpty() ? function.path(key).asText("") : name;
    }
    if (!names.contains(name)) {
      return false;
    }
    JsonNode arguments = function.path("arguments");
    for (String key : List.of("parameters", "args", "input")) {
      arguments = arguments.isMissingNode() ? function.path(key) : arguments;
    }
    String written =
        arguments.isTextual()
            ? arguments.textValue()
            : arguments.isMissingNode() ? "{}" : arguments.toString();
    calls.add(new ToolCall("call-" + (calls.size() + 1), name, mended(written)));
    return true;
  }
}
