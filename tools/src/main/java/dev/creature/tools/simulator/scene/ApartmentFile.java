package dev.creature.tools.simulator.scene;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValue;
import dev.creature.tools.simulator.motion.FloorPlan;
import dev.creature.tools.simulator.motion.PathPlanner;
import dev.creature.tools.simulator.world.Apartment;
import dev.creature.tools.simulator.world.Door;
import dev.creature.tools.simulator.world.Fixture;
import dev.creature.tools.simulator.world.Item;
import dev.creature.tools.simulator.world.Person;
import dev.creature.tools.simulator.world.Place;
import dev.creature.tools.simulator.world.Point;
import dev.creature.tools.simulator.world.Robot;
import dev.creature.tools.simulator.world.Room;
import dev.creature.tools.simulator.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Reads the world file: HOCON, as {@code apartment.conf} among the resources shows it. */
public final class ApartmentFile {
  private static final String OWN = "dev/creature/tools/simulator/apartment.conf";

  private ApartmentFile() {}

  /**
   * The apartment that comes with the creature.
   *
   * @param seed scatters the things on their furniture; the same seed gives the same world
   */
  public static Apartment own(long seed) {
    return read(ConfigFactory.parseResources(ApartmentFile.class.getClassLoader(), OWN), seed);
  }

  /**
   * An apartment of the user's.
   *
   * @throws BadWorldFile with file, line and what is wrong
   */
  public static Apartment read(Path file, long seed) {
    if (!Files.isReadable(file)) {
      throw new BadWorldFile(file + ": there is no such file that can be read");
    }
    try {
      return read(ConfigFactory.parseFile(file.toFile()), seed);
    } catch (ConfigException e) {
      throw new BadWorldFile(e.getMessage() == null ? file.toString() : e.getMessage());
    }
  }

  /** From text, as it stands in a file. */
  public static Apartment parse(String text, long seed) {
    try {
      return read(ConfigFactory.parseString(text), seed);
    } catch (ConfigException e) {
      throw new BadWorldFile(e.getMessage() == null ? "not HOCON" : e.getMessage());
    }
  }

  private static Apartment read(Config parsed, long seed) {
    Config config = parsed.resolve();
    Map<String, World.Condition> conditions = new HashMap<>();
    List<Room> rooms = entries(config, "rooms").stream().map(ApartmentFile::room).toList();
    List<Door> doors = new ArrayList<>();
    for (Entry entry : entries(config, "doors")) {
      Door door = door(entry, rooms);
      doors.add(door);
      conditions.put(
          door.name(),
          new World.Condition(entry.flag("open", false), entry.flag("locked", false), false));
    }
    Kinds kinds = Kinds.read(config);
    List<Fixture> fixtures = new ArrayList<>();
    for (Entry entry : entries(config, "furniture")) {
      Fixture fixture = kinds.fixture(entry, rooms);
      fixtures.add(fixture);
      conditions.put(
          fixture.name(),
          new World.Condition(
              entry.flag("open", false), entry.flag("locked", false), entry.flag("on", false)));
    }
    List<Person> people = entries(config, "people").stream().map(ApartmentFile::person).toList();
    List<Entry> things = entries(config, "things");
    List<Item> items = things.stream().map(kinds::item).toList();
    refuseEqualNames(rooms, doors, fixtures, items, people);
    Entry whole = new Entry(config.root());
    List<Double> stand = whole.numbers("robot", 3);
    Robot robot =
        Robot.standing(new Point(stand.get(0), stand.get(1)), Math.toRadians(stand.get(2)));
    World empty =
        new World(0, 0, robot, Map.of(), conditions, Map.of(), Map.of(), Optional.empty());
    String name = whole.text("name").orElse("apartment");
    Apartment bare = new Apartment(name, rooms, doors, fixtures, items, people, empty);
    World full = scatter(bare, things, items, seed);
    return new Apartment(name, rooms, doors, fixtures, items, people, full);
  }

  private static World scatter(Apartment bare, List<Entry> things, List<Item> items, long seed) {
    Spots spots = new Spots(bare, new PathPlanner(bare, new FloorPlan(bare)));
    Random random = new Random(seed);
    World world = bare.start();
    for (int i = 0; i < things.size(); i++) {
      Entry entry = things.get(i);
      boolean inside = entry.text("in").isPresent();
      String at = inside ? entry.needed("in") : entry.needed("on");
      Fixture fixture =
          bare.fixtures().stream()
              .filter(it -> it.name().equals(at))
              .findFirst()
              .orElseThrow(() -> entry.wrong("there is no furniture named \"" + at + "\""));
      List<Point> free = spots.free(fixture, inside, world);
      Point point =
          free.isEmpty()
              ? fixture.area().centre()
              : free.get(random.nextInt(Math.min(4, free.size())));
      world = world.withPlace(items.get(i).name(), new Place.At(at, inside, point));
    }
    return new World(
        0,
        0,
        world.robot(),
        world.places(),
        world.conditions(),
        world.people(),
        world.contents(),
        Optional.empty());
  }

  private static Room room(Entry entry) {
    entry.allowOnly("name", "area", "also");
    return new Room(
        entry.needed("name"), Kinds.names(entry.needed("name"), entry), entry.area("area"));
  }

  private static Door door(Entry entry, List<Room> rooms) {
    entry.allowOnly("name", "area", "between", "open", "locked", "also");
    List<String> between = entry.list("between");
    for (String room : between) {
      if (!room.equals("outside") && rooms.stream().noneMatch(it -> it.name().equals(room))) {
        throw entry.wrong("there is no room named \"" + room + "\"");
      }
    }
    if (between.size() != 2) {
      throw entry.wrong("a door is between two rooms");
    }
    String name = entry.needed("name");
    return new Door(name, Kinds.names(name, entry), entry.area("area"), between);
  }

  private static Person person(Entry entry) {
    entry.allowOnly("name", "at", "user", "also", "walk");
    return new Person(
        entry.needed("name"),
        Kinds.names(entry.needed("name"), entry),
        entry.point("at"),
        entry.flag("user", false),
        entry.list("walk"));
  }

  static List<Entry> entries(Config config, String key) {
    if (!config.hasPath(key)) {
      return List.of();
    }
    List<Entry> entries = new ArrayList<>();
    for (ConfigValue value : config.getList(key)) {
      entries.add(new Entry(value));
    }
    return entries;
  }

  private static void refuseEqualNames(
      List<Room> rooms,
      List<Door> doors,
      List<Fixture> fixtures,
      List<Item> items,
      List<Person> people) {
    List<String> names = new ArrayList<>();
    rooms.forEach(it -> names.add(it.name()));
    doors.forEach(it -> names.add(it.name()));
    fixtures.forEach(it -> names.add(it.name()));
    items.forEach(it -> names.add(it.name()));
    people.forEach(it -> names.add(it.name()));
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new BadWorldFile(
            "two entries of the world file are named \"" + name + "\"; give one a name of its own");
      }
    }
  }
}
