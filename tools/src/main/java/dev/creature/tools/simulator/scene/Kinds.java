package dev.creature.tools.simulator.scene;

import com.typesafe.config.Config;
import dev.creature.tools.simulator.world.Area;
import dev.creature.tools.simulator.world.Fixture;
import dev.creature.tools.simulator.world.Item;
import dev.creature.tools.simulator.world.Room;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the file says of kinds of furniture and things, so that each one needs a line only. */
record Kinds(Map<String, Entry> furniture, Map<String, Entry> things) {
  private static final Set<String> COLOURS =
      Set.of(
          "red", "blue", "green", "yellow", "white", "black", "grey", "gray", "brown", "orange",
          "pink", "purple", "steel", "silver", "golden");

  static Kinds read(Config config) {
    return new Kinds(section(config, "furniture-kinds"), section(config, "thing-kinds"));
  }

  Fixture fixture(Entry entry, List<Room> rooms) {
    entry.allowOnly("kind", "name", "room", "area", "also", "colour", "locked", "open", "on");
    String kind = entry.needed("kind");
    Entry common = furniture.get(kind);
    if (common == null) {
      throw entry.wrong("furniture-kinds has no \"" + kind + "\"");
    }
    common.allowOnly("height", "can", "also", "blocks");
    String room = entry.needed("room");
    Area area = entry.area("area");
    if (rooms.stream().noneMatch(it -> it.name().equals(room))) {
      throw entry.wrong("there is no room named \"" + room + "\"");
    }
    Set<Fixture.Ability> abilities = new HashSet<>();
    for (String word : common.list("can")) {
      try {
        abilities.add(Fixture.Ability.valueOf(word.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException _) {
        throw common.wrong("\"" + word + "\" is nothing that furniture can");
      }
    }
    List<String> names = new ArrayList<>(names(kind, common));
    names.addAll(entry.list("also"));
    entry.text("name").ifPresent(names::add);
    return new Fixture(
        entry.text("name").orElse(kind),
        kind,
        names.stream().distinct().toList(),
        room,
        area,
        entry.text("colour").orElse(""),
        common.number("height", 0.8),
        common.flag("blocks", true),
        abilities);
  }

  Item item(Entry entry) {
    entry.allowOnly("kind", "name", "is", "on", "in", "also", "mass");
    String kind = entry.needed("kind");
    Entry common = things.get(kind);
    if (common == null) {
      throw entry.wrong("thing-kinds has no \"" + kind + "\"");
    }
    common.allowOnly("also", "mass", "pours", "vessel");
    List<String> attributes = entry.list("is");
    List<String> names = new ArrayList<>(names(kind, common));
    names.addAll(entry.list("also"));
    entry.text("name").ifPresent(names::add);
    String made = attributes.isEmpty() ? kind : String.join(" ", attributes) + " " + kind;
    return new Item(
        entry.text("name").orElse(made),
        kind,
        names.stream().distinct().toList(),
        attributes.stream().filter(COLOURS::contains).findFirst().orElse(""),
        Set.copyOf(attributes),
        entry.number("mass", common.number("mass", 0.3)),
        common.text("pours").orElse(""),
        common.flag("vessel", false));
  }

  static List<String> names(String first, Entry entry) {
    List<String> names = new ArrayList<>();
    names.add(first);
    names.addAll(entry.list("also"));
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct().toList();
  }

  private static Map<String, Entry> section(Config config, String key) {
    Map<String, Entry> kinds = new HashMap<>();
    if (config.hasPath(key)) {
      Config section = config.getConfig(key);
      section.root().forEach((kind, value) -> kinds.put(kind, new Entry(value)));
    }
    return kinds;
  }
}
