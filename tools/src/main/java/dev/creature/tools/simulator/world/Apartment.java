package dev.creature.tools.simulator.world;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All of the apartment that does not change.
 *
 * @param start the world before the first task
 */
public record Apartment(
    String name,
    List<Room> rooms,
    List<Door> doors,
    List<Fixture> fixtures,
    List<Item> items,
    List<Person> people,
    World start) {
  public Apartment {
    rooms = List.copyOf(rooms);
    doors = List.copyOf(doors);
    fixtures = List.copyOf(fixtures);
    items = List.copyOf(items);
    people = List.copyOf(people);
  }

  /** The fixture of that name. */
  public Fixture fixture(String fixture) {
    return fixtures.stream().filter(it -> it.name().equals(fixture)).findFirst().orElseThrow();
  }

  /** The thing of that name. */
  public Item item(String item) {
    return items.stream().filter(it -> it.name().equals(item)).findFirst().orElseThrow();
  }

  /** The room of that name. */
  public Room room(String room) {
    return rooms.stream().filter(it -> it.name().equals(room)).findFirst().orElseThrow();
  }

  /** The person of that name. */
  public Person person(String person) {
    return people.stream().filter(it -> it.name().equals(person)).findFirst().orElseThrow();
  }

  /** Who talks to the creature. */
  public Optional<Person> user() {
    return people.stream().filter(Person::user).findFirst();
  }

  /** The room of that point; empty in a wall or a door. */
  public Optional<Room> roomAt(Point point) {
    return rooms.stream().filter(room -> room.area().contains(point)).findFirst();
  }

  /** Where a thing is on the floor plan, wherever it lies or whoever has it. */
  public Point pointOf(String item, World world) {
    Place place = world.places().get(item);
    return switch (place) {
      case Place.At(_, _, Point point) -> point;
      case Place.Floor(Point point) -> point;
      case Place.Held _ -> world.robot().hand();
      case Place.With(String person) -> stance(person, world).at();
      case null -> world.robot().at();
    };
  }

  /** Where a person is. */
  public World.Stance stance(String person, World world) {
    World.Stance stance = world.people().get(person);
    return stance == null ? new World.Stance(person(person).at(), 0) : stance;
  }

  /** Whether the thing is inside something that is closed. */
  public boolean isHidden(String item, World world) {
    return world.places().get(item) instanceof Place.At(String fixture, boolean inside, _)
        && inside
        && fixture(fixture).can(Fixture.Ability.OPENS)
        && !world.condition(fixture).open();
  }

  /** In words: {@code on the kitchen table}, {@code in the fridge}, {@code in my hand}. */
  public String where(String item, World world) {
    return switch (world.places().get(item)) {
      case Place.At(String fixture, boolean inside, _) ->
          (inside ? "in the " : "on the ") + fixture;
      case Place.Floor(Point point) ->
          "on the floor" + roomAt(point).map(room -> " in the " + room.name()).orElse("");
      case Place.Held _ -> "in my hand";
      case Place.With(String person) -> person(person).user() ? "with you" : "with " + person;
      case null -> "nowhere that I know";
    };
  }

  /** The names of the things at a fixture. */
  public Stream<String> itemsAt(String fixture, World world) {
    return world.places().entrySet().stream()
        .filter(
            entry -> entry.getValue() instanceof Place.At(String at, _, _) && at.equals(fixture))
        .map(java.util.Map.Entry::getKey)
        .sorted();
  }
}
