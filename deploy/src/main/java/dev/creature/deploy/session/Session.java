package dev.creature.deploy.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.creature.voiceloop.script.HeldConversation.ToldWords;
import dev.creature.voiceloop.script.Room;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What is needed, beside its sound, to hold a recorded conversation again: {@value #FILE}.
 *
 * @param startedAt the user's time of day, which the creature may speak of
 * @param configuration the text of the configuration file; empty for the defaults
 * @param voice see {@link dev.creature.voiceloop.mouth.Voices#open}
 * @param persona the text of the persona file; empty for the creature's own
 * @param told what the creature was told to say, and when
 */
public record Session(
    Instant startedAt,
    ZoneId zone,
    long seed,
    Room room,
    String configuration,
    String voice,
    Optional<String> persona,
    List<ToldWords> told,
    DeedAnswers deeds) {
  /** Its name in the folder of a conversation. */
  public static final String FILE = "session.json";

  private static final int VERSION = 1;
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public Session {
    told = List.copyOf(told);
  }

  /** Writes it into a folder. */
  public void write(Path folder) throws IOException {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("version", VERSION).put("startedAt", startedAt.toString()).put("zone", zone.getId());
    root.put("seed", seed);
    ObjectNode there = root.putObject("room");
    room.echoDb().ifPresent(decibels -> there.put("echoDb", decibels));
    there.put("echoDelayMs", room.echoDelayMillis()).put("reverbMs", room.reverbMillis());
    room.noiseDb().ifPresent(decibels -> there.put("noiseDb", decibels));
    root.put("configuration", configuration).put("voice", voice);
    persona.ifPresent(text -> root.put("persona", text));
    ArrayNode lines = root.putArray("told");
    told.forEach(words -> lines.addObject().put("t", words.atMillis()).put("text", words.text()));
    ObjectNode answers = root.putObject("deeds");
    new TreeMap<>(deeds.all()).forEach(answers::put);
    MAPPER.writeValue(folder.resolve(FILE).toFile(), root);
  }

  /**
   * Reads it from a folder.
   *
   * @throws BadSession when there is none, or it is not of this form
   */
  public static Session read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new BadSession(
          file + ": there is no such file; name a folder that `creature converse` has written");
    }
    try {
      JsonNode root = MAPPER.readTree(file.toFile());
      if (root.path("version").asInt() != VERSION) {
        throw new BadSession(
            "%s: version must be %d, not %s".formatted(file, VERSION, root.path("version")));
      }
      List<ToldWords> told = new ArrayList<>();
      root.path("told")
          .forEach(it -> told.add(new ToldWords(it.path("t").asLong(), it.path("text").asText())));
      Map<String, String> answers = new LinkedHashMap<>();
      root.path("deeds")
          .properties()
          .forEach(entry -> answers.put(entry.getKey(), entry.getValue().asText()));
      return new Session(
          Instant.parse(root.path("startedAt").asText()),
          ZoneId.of(root.path("zone").asText()),
          root.path("seed").asLong(),
          room(root.path("room")),
          root.path("configuration").asText(),
          root.path("voice").asText(),
          Optional.of(root.path("persona")).filter(JsonNode::isTextual).map(JsonNode::textValue),
          told,
          new DeedAnswers(answers));
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException bad) {
      throw new BadSession(file + ": cannot be used: " + bad.getMessage());
    }
  }

  private static Room room(JsonNode node) {
    return new Room(
        decibels(node.path("echoDb")),
        node.path("echoDelayMs").asInt(Room.QUIET.echoDelayMillis()),
        node.path("reverbMs").asInt(Room.QUIET.reverbMillis()),
        decibels(node.path("noiseDb")));
  }

  private static OptionalDouble decibels(JsonNode node) {
    return node.isNumber() ? OptionalDouble.of(node.doubleValue()) : OptionalDouble.empty();
  }
}
