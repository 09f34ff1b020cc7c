package dev.creature.tools.simulator.grounding;

import dev.creature.tools.simulator.world.Apartment;
import dev.creature.tools.simulator.world.Person;
import dev.creature.tools.simulator.world.Place;
import dev.creature.tools.simulator.world.Point;
import dev.creature.tools.simulator.world.Room;
import dev.creature.tools.simulator.world.World;
import java.util.Comparator;
import java.util.Optional;

/** Where what has a name is, and what is near what. */
record Whereabouts(Apartment apartment) {
  /** Whether it stands so to that place. */
  boolean isAt(Named named, Phrase.How how, Named place, World world) {
    if (how == Phrase.How.NEAR) {
      return near(pointOf(named, world), pointOf(place, world));
    }
    return switch (place) {
      case Named.Chamber(Room room) -> roomOf(named, world).filter(room::equals).isPresent();
      case Named.Furniture(var fixture) ->
          named instanceof Named.Thing(var item)
              ? world.places().get(item.name()) instanceof Place.At(String at, _, _)
                  && at.equals(fixture.name())
              : fixture.area().distanceTo(pointOf(named, world)) < 1.0;
      case Named.Someone(Person person) ->
          named instanceof Named.Thing(var item)
              && world.places().get(item.name()) instanceof Place.With(String who)
              && who.equals(person.name());
      case Named.Thing _, Named.Passage _ -> near(pointOf(named, world), pointOf(place, world));
    };
  }

  /** Within two steps. */
  static boolean near(Point one, Point other) {
    return one.distanceTo(other) < 1.6;
  }

  /** The room that it is in; a wall's devices belong to theirs. */
  Optional<Room> roomOf(Named named, World world) {
    return switch (named) {
      case Named.Furniture(var fixture) -> Optional.of(apartment.room(fixture.room()));
      case Named.Chamber(Room room) -> Optional.of(room);
      case Named.Thing(var item)
          when world.places().get(item.name()) instanceof Place.At(String at, _, _) ->
          Optional.of(apartment.room(apartment.fixture(at).room()));
      case Named.Thing _, Named.Passage _, Named.Someone _ ->
          apartment.roomAt(pointOf(named, world));
    };
  }

  /** Where it is on the floor plan. */
  Point pointOf(Named named, World world) {
    return switch (named) {
      case Named.Thing(var item) -> apartment.pointOf(item.name(), world);
      case Named.Furniture(var fixture) -> fixture.area().centre();
      case Named.Passage(var door) -> door.area().centre();
      case Named.Chamber(Room room) -> room.area().centre();
      case Named.Someone(Person person) -> apartment.stance(person.name(), world).at();
    };
  }

  Comparator<Named> nearestFirst(World world) {
    Point robot = world.robot().at();
    Optional<Room> here = apartment.roomAt(robot);
    // Another room is farther away than its distance through the wall; what is in sight comes
    // first.
    return Comparator.comparingDouble((Named it) ->
            pointOf(it, world).distanceTo(robot)
                + (roomOf(it, world).equals(here) ? 0 : 4)
                + (it instanceof Named.Thing(var item) && apartment.isHidden(item.name(), world)
                    ? 12
                    : 0))
        .thenComparing(Named::name);
  }
}
