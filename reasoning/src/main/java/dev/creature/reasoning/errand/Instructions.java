package dev.creature.reasoning.errand;

import dev.creature.actors.body.WorldView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a planning model is told first. Pure. */
public final class Instructions {
  private static final int MOST_CHARACTERS = 4_000;
  private static final String RULES =
      """
      You plan what a household robot does for its user. Work in steps: call a tool, read what came \
      of it, call the next. Things are moved one at a time with do_physical_task, in plain words: \
      {"verb":"put","object":"blue cup","target":"dining table"}, {"verb":"find","object":"milk"}, \
      {"verb":"bring","object":"cloth","target":"me"}. Use names from the list below where you can. \
      When a step fails, try another way once, or stop. When all is done, or nothing can be done, \
      answer without a call, in one short spoken sentence that tells the user what came of it. Say \
      only what the results bear out. Never do more than the user asked for.\
      """;

  private Instructions() {}

  /**
   * The rules, with the world and what is remembered.
   *
   * @param remembered facts about the user and the house, a sentence each, the weightiest first
   */
  public static String of(Optional<WorldView> world, List<String> remembered) {
    StringBuilder text = new StringBuilder(RULES);
    if (!remembered.isEmpty()) {
      text.append("\nYou remember: ").append(String.join(" ", remembered));
    }
    world.ifPresent(it -> text.append('\n').append(described(it)));
    return text.length() <= MOST_CHARACTERS ? text.toString() : text.substring(0, MOST_CHARACTERS);
  }

  private static String described(WorldView world) {
    String rooms =
        world.rooms().stream()
            .map(room ->
                room.name()
                    + ": "
                    + world.furniture().stream()
                        .filter(it -> it.room().equals(room.name()))
                        .map(WorldView.FurnitureView::name)
                        .collect(Collectors.joining(", ")))
            .collect(Collectors.joining("; "));
    String things =
        world.things().stream()
            // What is shut away it has to look for, as anybody does.
            .filter(it -> !it.hidden())
            .map(it -> it.name() + " " + it.where())
            .collect(Collectors.joining("; "));
    return "Things you see: "
        + things
        + ". In your hand: "
        + world.held().orElse("nothing")
        + ". Rooms and what stands there: "
        + rooms
        + ".";
  }
}
