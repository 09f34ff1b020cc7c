package dev.creature.reasoning.errand;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.creature.actors.body.WorldView;
import dev.creature.models.language.tooluse.ToolOffer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * Offers a small model of {@code do_physical_task} what it can use: plain verbs, and places and
 * people that there are. What fits the narrow schema fits the wide one. Pure.
 */
public final class NarrowOffer {
  private static final String TOOL = "do_physical_task";
  private static final int MOST_CHARACTERS = 60;

  /** What is moved needs a thing and a place, what is handled a thing, where one goes a place. */
  private static final List<String> MOVES = List.of("bring", "put", "pour");

  private static final List<String> HANDLES =
      List.of(
          "find",
          "open",
          "close",
          "switch on",
          "switch off",
          "wipe",
          "wash",
          "heat",
          "throw away",
          "look at",
          "point at");
  private static final List<String> GOES = List.of("go", "wave");
  private static final JsonMapper JSON = new JsonMapper();

  private NarrowOffer() {}

  /** Other tools, and a world that is not known, stay as they are. */
  public static ToolOffer of(ToolOffer offer, Optional<WorldView> world) {
    if (!offer.name().equals(TOOL) || world.isEmpty()) {
      return offer;
    }
    ObjectNode schema = JSON.createObjectNode();
    ArrayNode shapes = schema.putArray("anyOf");
    shape(shapes.addObject(), MOVES, true, targets(world.get()));
    shape(shapes.addObject(), HANDLES, true, List.of());
    shape(shapes.addObject(), GOES, false, targets(world.get()));
    return new ToolOffer(offer.name(), offer.description(), schema.toString());
  }

  private static void shape(
      ObjectNode schema, List<String> verbs, boolean object, Collection<String> targets) {
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required").add("verb");
    ArrayNode known = properties.putObject("verb").putArray("enum");
    verbs.forEach(known::add);
    if (object) {
      properties
          .putObject("object")
          .put("type", "string")
          .put("minLength", 1)
          .put("maxLength", MOST_CHARACTERS);
      required.add("object");
    }
    if (!targets.isEmpty()) {
      ArrayNode places = properties.putObject("target").putArray("enum");
      targets.forEach(places::add);
      required.add("target");
    }
    schema.put("additionalProperties", false);
  }

  private static SequencedSet<String> targets(WorldView world) {
    SequencedSet<String> names = new LinkedHashSet<>(List.of("me"));
    world.rooms().forEach(it -> names.add(it.name()));
    world.furniture().forEach(it -> names.add(it.name()));
    world.people().stream().filter(it -> !it.user()).forEach(it -> names.add(it.name()));
    return names;
  }
}
