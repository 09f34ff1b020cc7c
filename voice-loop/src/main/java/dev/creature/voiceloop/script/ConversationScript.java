package dev.creature.voiceloop.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a scripted user says, and when.
 *
 * <p>As JSON: {@code
 * {"input":[{"audio":"a.wav","when":{"type":"afterReply","silenceMs":600,"timeoutMs":8000}}, …]}}.
 * The other types of {@code when} are {@code {"type":"duringReply","ms":800}} and {@code
 * {"type":"at","ms":12000}}. Beside the inputs there may be a room: {@code
 * "room":{"echoDb":-12,"echoDelayMs":120,"reverbMs":200,"noiseDb":-50}}. In place of {@code audio}
 * an input may have {@code "tell":"words"}, which the creature then says in its next breath.
 *
 * @param inputs in order
 * @param room what the user's microphone hears beside the user
 */
public record ConversationScript(List<Input> inputs, Room room) {
  private static final long DEFAULT_SILENCE_MILLIS = 600;
  private static final long DEFAULT_TIMEOUT_MILLIS = 8000;

  public ConversationScript {
    inputs = List.copyOf(inputs);
  }

  /** In a quiet room. */
  public ConversationScript(List<Input> inputs) {
    this(inputs, Room.QUIET);
  }

  /**
   * One thing said.
   *
   * @param what by the user, or to the creature
   * @param when its beginning
   */
  public record Input(Said what, When when) {
    /** The user says what a recording holds. */
    public Input(Path audio, When when) {
      this(new Said.Aloud(audio), when);
    }
  }

  /**
   * Reads a script. Paths in it are relative to its folder.
   *
   * @throws BadScript when the file is missing, no JSON, or not of this form
   */
  public static ConversationScript read(Path file) {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new BadScript(file + ": cannot be read as a UTF-8 text file; check the path");
    }
    JsonNode root;
    try {
      root = new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new BadScript(
          "%s: no valid JSON at line %d: %s"
              .formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()));
    }
    JsonNode inputs = root.path("input");
    if (!inputs.isArray() || inputs.isEmpty()) {
      throw new BadScript(file + ": \"input\" must be a list with at least one entry");
    }
    List<Input> parsed = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      parsed.add(input(file, "input[" + i + "]", inputs.get(i)));
    }
    return new ConversationScript(parsed, room(file, root.path("room")));
  }

  private static Room room(Path file, JsonNode node) {
    if (node.isMissingNode()) {
      return Room.QUIET;
    }
    if (!node.isObject()) {
      throw new BadScript(file + ": room must be an object, such as {\"echoDb\": -12}");
    }
    only(file, "room", node, Set.of("echoDb", "echoDelayMs", "reverbMs", "noiseDb"));
    try {
      return new Room(
          number(file, node, "echoDb"),
          (int) number(file, node, "echoDelayMs").orElse(Room.QUIET.echoDelayMillis()),
          (int) number(file, node, "reverbMs").orElse(Room.QUIET.reverbMillis()),
          number(file, node, "noiseDb"));
    } catch (IllegalArgumentException e) {
      throw new BadScript(file + ": room." + e.getMessage());
    }
  }

  private static OptionalDouble number(Path file, JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode()) {
      return OptionalDouble.empty();
    }
    if (!value.isNumber()) {
      throw new BadScript("%s: room.%s must be a number, not %s".formatted(file, name, value));
    }
    return OptionalDouble.of(value.doubleValue());
  }

  private static Input input(Path file, String field, JsonNode node) {
    When when = when(file, field + ".when", node.path("when"));
    JsonNode tell = node.path("tell");
    if (!tell.isMissingNode()) {
      if (!tell.isTextual() || tell.textValue().isBlank() || node.has("audio")) {
        throw new BadScript(
            "%s: %s.tell must be words for the creature to say, and stand without audio"
                .formatted(file, field));
      }
      return new Input(new Said.Told(tell.textValue()), when);
    }
    JsonNode audio = node.path("audio");
    if (!audio.isTextual() || audio.textValue().isBlank()) {
      throw new BadScript(file + ": " + field + ".audio must be the path of a recording");
    }
    Path path = file.toAbsolutePath().resolveSibling(audio.textValue());
    if (!Files.isRegularFile(path)) {
      throw new BadScript(
          "%s: %s.audio: there is no file %s".formatted(file, field, path.normalize()));
    }
    return new Input(path, when);
  }

  private static When when(Path file, String field, JsonNode node) {
    if (node.isMissingNode()) {
      return new When.AfterReply(DEFAULT_SILENCE_MILLIS, DEFAULT_TIMEOUT_MILLIS);
    }
    String type = node.path("type").asText();
    return switch (type) {
      case "afterReply" -> {
        only(file, field, node, Set.of("type", "silenceMs", "timeoutMs"));
        yield new When.AfterReply(
            millis(file, field, node, "silenceMs", DEFAULT_SILENCE_MILLIS),
            millis(file, field, node, "timeoutMs", DEFAULT_TIMEOUT_MILLIS));
      }
      case "duringReply" -> {
        only(file, field, node, Set.of("type", "ms", "timeoutMs"));
        yield new When.DuringReply(
            millis(file, field, node, "ms", 0),
            millis(file, field, node, "timeoutMs", DEFAULT_TIMEOUT_MILLIS));
      }
      case "at" -> {
        only(file, field, node, Set.of("type", "ms"));
        if (!node.has("ms")) {
          throw new BadScript(file + ": " + field + ".ms is missing");
        }
        yield new When.At(millis(file, field, node, "ms", 0));
      }
      default ->
          throw new BadScript(
              "%s: %s.type must be afterReply, duringReply or at, not \"%s\""
                  .formatted(file, field, type));
    };
  }

  private static void only(Path file, String field, JsonNode node, Set<String> known) {
    node.fieldNames()
        .forEachRemaining(name -> {
          if (!known.contains(name)) {
            throw new BadScript(
                "%s: %s.%s is not known; it may have %s"
                    .formatted(
                        file, field, name, String.join(", ", known.stream().sorted().toList())));
          }
        });
  }

  private static long millis(Path file, String field, JsonNode node, String name, long otherwise) {
    JsonNode value = node.path(name);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.isNumber() || value.doubleValue() < 0 || value.doubleValue() > 86_400_000) {
      throw new BadScript(
          "%s: %s.%s must be a number of milliseconds from 0 to 86400000, not %s"
              .formatted(file, field, name, value));
    }
    return value.longValue();
  }
}
