package dev.creature.reasoning.errand;

import dev.creature.actors.body.WorldView;
import dev.creature.actors.body.WorldView.FurnitureView;
import dev.creature.actors.body.WorldView.ThingView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The steps of a goal in this world, without a model: few goals, each by what is where now. Pure.
 *
 * @param steps what to do, in order: slots of a physical task by name
 * @param closing what to say when all of it is done
 */
record Recipe(List<SequencedMap<String, String>> steps, String closing) {
  private static final int MOST_STEPS = 8;
  private static final Map<String, Integer> NUMBERS =
      Map.of("one", 1, "two", 2, "three", 3, "four", 4, "five", 5, "six", 6);
  private static final Pattern NUMBER =
      Pattern.compile("\\b(one|two|three|four|five|six|[1-6])\\b");
  private static final List<List<String>> COVER =
      List.of(List.of("plate"), List.of("glass", "cup"), List.of("fork"), List.of("knife"));
  private static final Pattern WHETHER =
      Pattern.compile(
          ".*\\b(?:whether|if) (?:there (?:is|are)|there's|we (?:still )?have|you have|i have)"
              + "(?: still| got| any| some| a| an| the| enough| more)* (.+?)(?: left| in stock)?");

  /** Where things belong, by kind; the first furniture of such a name that there is. */
  private static final Map<String, List<String>> HOMES =
      Map.ofEntries(
          Map.entry("cup", List.of("dishwasher", "kitchen counter")),
          Map.entry("glass", List.of("dishwasher", "kitchen counter")),
          Map.entry("plate", List.of("dishwasher", "kitchen counter")),
          Map.entry("bowl", List.of("dishwasher", "kitchen counter")),
          Map.entry("book", List.of("bookshelf", "shelf")),
          Map.entry("notebook", List.of("bookshelf", "shelf")),
          Map.entry("magazine", List.of("bookshelf", "shelf")),
          Map.entry("snack", List.of("kitchen cupboard", "kitchen counter")),
          Map.entry("shirt", List.of("laundry basket")),
          Map.entry("sock", List.of("laundry basket")),
          Map.entry("towel", List.of("towel rail")),
          Map.entry("toy", List.of("toy box", "shelf")));

  Recipe {
    steps = List.copyOf(steps);
  }

  /** Empty where no recipe fits. */
  static Optional<Recipe> of(String request, WorldView world) {
    String text = Goals.plain(request);
    if (text.matches(".*\\b(?:set|lay|prepare)\\b.*\\btable\\b.*")) {
      return Optional.of(table(text, world));
    }
    Matcher whether = WHETHER.matcher(text);
    if (whether.matches()) {
      return Optional.of(new Recipe(List.of(step("find", whether.group(1), "", "")), ""));
    }
    if (text.matches(".*\\bspil(?:led|t)\\b.*")) {
      return Optional.of(
          new Recipe(
              List.of(step("bring", "cloth", "me", "")),
              "Here is a cloth. Tell me where to wipe, and I'll wipe it."));
    }
    if (text.matches(".*\\b(?:tidy|clean|clear|straighten|pick|put everything|put all)\\b.*")) {
      return Optional.of(tidy(text, world));
    }
    return Optional.empty();
  }

  private static Recipe table(String text, WorldView world) {
    Optional<String> table =
        world.furniture().stream()
            .filter(it -> it.kind().equals("table"))
            .sorted(
                Comparator.comparingInt((FurnitureView it) ->
                    text.contains(it.name()) ? 0 : it.name().startsWith("dining") ? 1 : 2))
            .map(FurnitureView::name)
            .findFirst();
    if (table.isEmpty()) {
      return new Recipe(List.of(), "I don't know of any table here.");
    }
    int covers = number(text);
    List<SequencedMap<String, String>> steps = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (List<String> kinds : COVER) {
      List<ThingView> all =
          world.things().stream().filter(it -> kinds.contains(it.kind())).toList();
      List<ThingView> there =
          all.stream().filter(it -> it.where().endsWith("the " + table.get())).toList();
      List<ThingView> fetched =
          all.stream()
              .filter(it -> !there.contains(it))
              .limit(Math.max(0, covers - there.size()))
              .toList();
      fetched.forEach(it -> steps.add(step("put", it.name(), table.get(), "")));
      int have = Math.min(covers, there.size() + fetched.size());
      if (have < covers) {
        missing.add(counted(have, kinds.getFirst()));
      }
    }
    List<SequencedMap<String, String>> kept = steps.subList(0, Math.min(MOST_STEPS, steps.size()));
    String closing =
        missing.isEmpty()
            ? "The " + table.get() + " is set for " + covers + "."
            : "The "
                + table.get()
                + " is set as far as I could: I know of "
                + String.join(" and ", missing)
                + ".";
    return new Recipe(kept, closing);
  }

  private static String counted(int count, String kind) {
    String several =
        kind.equals("knife") ? "knives" : kind.equals("glass") ? "glasses" : kind + "s";
    return count == 0 ? "no " + kind : count == 1 ? "one " + kind : count + " " + several;
  }

  private static Recipe tidy(String text, WorldView world) {
    Optional<String> room =
        world.rooms().stream().map(WorldView.RoomView::name).filter(text::contains).findFirst();
    List<SequencedMap<String, String>> steps = new ArrayList<>();
    for (ThingView thing : world.things()) {
      Optional<String> home =
          HOMES.getOrDefault(thing.kind(), List.of()).stream()
              .filter(name -> world.furniture().stream().anyMatch(it -> it.name().equals(name)))
              .findFirst();
      boolean lies =
          thing.where().startsWith("on ")
              && room.map(name -> isIn(thing, name, world)).orElse(true);
      if (home.isPresent()
          && lies
          && !thing.where().endsWith("the " + home.get())
          && !settled(thing, world)) {
        steps.add(step("put", thing.name(), home.get(), ""));
      }
    }
    String place = room.map(it -> "the " + it).orElse("everything");
    return steps.isEmpty()
        ? new Recipe(
            List.of(),
            room.isPresent()
                ? "I see nothing lying about in " + place + "."
                : "I see nothing lying about.")
        : new Recipe(
            steps.subList(0, Math.min(MOST_STEPS, steps.size())),
            "I've put away what lay about" + room.map(it -> " in the " + it).orElse("") + ".");
  }

  /** What stands on a shelf or counter stays there. */
  private static boolean settled(ThingView thing, WorldView world) {
    return world.furniture().stream()
        .filter(it -> thing.where().endsWith("the " + it.name()))
        .anyMatch(it ->
            it.kind().contains("shelf")
                || it.kind().contains("counter")
                || it.kind().contains("rail"));
  }

  private static boolean isIn(ThingView thing, String room, WorldView world) {
    return world.rooms().stream()
        .filter(it -> it.name().equals(room))
        .map(WorldView.RoomView::area)
        .anyMatch(it ->
            thing.x() >= it.x()
                && thing.x() <= it.x() + it.width()
                && thing.y() >= it.y()
                && thing.y() <= it.y() + it.depth());
  }

  /** The last one said, so that "for two, no, for three" is three; two where none was. */
  private static int number(String text) {
    int number = 2;
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      String word = matcher.group(1);
      number = NUMBERS.containsKey(word) ? NUMBERS.get(word) : Integer.parseInt(word);
    }
    return number;
  }

  private static SequencedMap<String, String> step(
      String verb, String object, String target, String source) {
    SequencedMap<String, String> slots = new TreeMap<>();
    slots.put("verb", verb);
    Map.of("object", object, "target", target, "source", source)
        .forEach((slot, value) -> {
          if (!value.isEmpty()) {
            slots.put(slot, value);
          }
        });
    return slots;
  }
}
