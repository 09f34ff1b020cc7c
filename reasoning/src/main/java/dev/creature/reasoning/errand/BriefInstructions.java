package dev.creature.reasoning.errand;

import dev.creature.actors.body.WorldView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a small planning model in this process is told first: little, what changes least in front,
 * because what was read once is not read again. Pure.
 */
public final class BriefInstructions {
  private static final int MOST_CHARACTERS = 6_000;

  /** {@code {tools}} stands where the model puts the tools. */
  private static final String RULES =
      """
      You plan for a household robot with one arm. Turn the user's request into calls, as JSON.
      To act: {"steps": ["what to do first", "what to do next"], "calls": [one call for each step]}
      When all is done, or nothing can be done: {"say": "one short sentence for the user"}

      Tools:
      {tools}

      Verbs: bring (to a person, or "me"), put (to a place), go, find, open, close, switch on, \
      switch off, pour, wipe, wash, heat, throw away, look at, point at, wave.
      Take names of things and places from the lists below, exactly as they are there. One call \
      moves one thing: several things are several calls. The robot walks and opens doors by itself. \
      Eating, reading, sleeping the user does himself: put what he needs where he wants it. \
      Leave alone what the user did not ask for.

      Example
      Things: on the desk: green mug, scarf, lamp; on the shelf: white mug, vase, plate
      User: Put all mugs into the sink, and bring me my scarf.
      {"steps": ["put green mug into sink", "put white mug into sink", "bring scarf to me"], "calls": [\
      {"do_physical_task": {"verb": "put", "object": "green mug", "target": "sink"}}, \
      {"do_physical_task": {"verb": "put", "object": "white mug", "target": "sink"}}, \
      {"do_physical_task": {"verb": "bring", "object": "scarf", "target": "me"}}]}
      Results:
      - done: The green mug is in the sink.
      - failed: the white mug is too heavy
      - done: Here is the scarf.
      {"say": "The green mug is in the sink and here is your scarf, but the white mug is too heavy."}
      User: I want to look at the vase at the desk.
      {"steps": ["put vase on desk"], "calls": [{"do_physical_task": {"verb": "put", "object": "vase", \
      "target": "desk"}}]}

      Now the house you are in.
      """;

  private BriefInstructions() {}

  /**
   * The rules, with the world and what is remembered.
   *
   * @param remembered facts about the user and the house, a sentence each, the weightiest first
   */
  public static String of(Optional<WorldView> world, List<String> remembered) {
    StringBuilder text = new StringBuilder(RULES);
    world.ifPresent(it -> text.append("\nPlaces: ").append(places(it)));
    world.ifPresent(it -> text.append("\nThings: ").append(things(it)));
    String facts = remembered.isEmpty() ? "" : "\nYou remember: " + String.join(" ", remembered);
    // Of a house with very many things the last ones are not told.
    text.setLength(
        Math.min(text.length(), Math.max(RULES.length(), MOST_CHARACTERS - facts.length())));
    return text + facts;
  }

  private static String places(WorldView world) {
    return world.rooms().stream()
        .map(room ->
            room.name()
                + " ("
                + world.furniture().stream()
                    .filter(it -> it.room().equals(room.name()))
                    .map(WorldView.FurnitureView::name)
                    .collect(Collectors.joining(", "))
                + ")")
        .collect(Collectors.joining(", "));
  }

  /** By where they are: a place is named once. */
  private static String things(WorldView world) {
    Map<String, List<String>> byPlace =
        world.things().stream()
            // What is shut away it has to look for, as anybody does.
            .filter(it -> !it.hidden())
            .collect(
                Collectors.groupingBy(
                    WorldView.ThingView::where,
                    java.util.TreeMap::new,
                    Collectors.mapping(WorldView.ThingView::name, Collectors.toList())));
    return byPlace.entrySet().stream()
        .map(it -> it.getKey() + ": " + String.join(", ", it.getValue()))
        .collect(Collectors.joining("; "));
  }
}
