package dev.creature.tools.simulator;

import dev.creature.actors.body.WorldView;
import dev.creature.tools.simulator.motion.FloorPlan;
import dev.creature.tools.simulator.motion.Limits;
import dev.creature.tools.simulator.run.Activity;
import dev.creature.tools.simulator.world.Apartment;
import dev.creature.tools.simulator.world.Area;
import dev.creature.tools.simulator.world.Fixture;
import dev.creature.tools.simulator.world.Place;
import dev.creature.tools.simulator.world.Point;
import dev.creature.tools.simulator.world.Robot;
import dev.creature.tools.simulator.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Worlds as they are shown, and as they come back from the journal. */
final class Worlds {
  private Worlds() {}

  /** The stored world in an apartment whose file may have been edited since. */
  static World fitted(World stored, Apartment apartment) {
    World start = apartment.start();
    Map<String, Place> places = new HashMap<>(start.places());
    stored
        .places()
        .forEach((item, place) -> {
          if (places.containsKey(item) && isThere(place, apartment)) {
            places.put(item, place);
          }
        });
    Robot robot = stored.robot().still();
    World fitted =
        new World(
            stored.step(),
            stored.version() + 1,
            robot,
            places,
            known(start.conditions(), stored.conditions(), _ -> true),
            known(
                Map.of(),
                stored.people(),
                name -> apartment.people().stream().anyMatch(it -> it.name().equals(name))),
            known(Map.of(), stored.contents(), places::containsKey),
            stored.last().filter(places::containsKey));
    boolean stuck = new FloorPlan(apartment).collides(robot.at(), Limits.RADIUS - 0.02, fitted, "");
    return stuck ? fitted.with(start.robot()) : fitted;
  }

  private static boolean isThere(Place place, Apartment apartment) {
    return switch (place) {
      case Place.At(String fixture, _, Point point) ->
          apartment.fixtures().stream()
              .anyMatch(it -> it.name().equals(fixture) && it.area().contains(point));
      case Place.With(String person) ->
          apartment.people().stream().anyMatch(it -> it.name().equals(person));
      case Place.Floor _, Place.Held _ -> true;
    };
  }

  private static <T> Map<String, T> known(
      Map<String, T> start, Map<String, T> stored, Predicate<String> keeps) {
    Map<String, T> known = new HashMap<>(start);
    stored.forEach((name, value) -> {
      if (keeps.test(name)) {
        known.put(name, value);
      }
    });
    return known;
  }

  /** The world to be looked at from above. */
  static WorldView view(
      Apartment apartment, World world, Optional<Activity> activity, boolean stopped) {
    Robot robot = world.robot();
    return new WorldView(
        world.version(),
        world.step() * 20,
        apartment.rooms().stream()
            .map(it -> new WorldView.RoomView(it.name(), area(it.area())))
            .toList(),
        apartment.doors().stream()
            .map(it ->
                new WorldView.DoorView(
                    it.name(),
                    area(it.area()),
                    world.condition(it.name()).open(),
                    world.condition(it.name()).locked()))
            .toList(),
        apartment.fixtures().stream().map(it -> furniture(it, world)).toList(),
        apartment.items().stream()
            .map(it -> {
              Point at = apartment.pointOf(it.name(), world);
              return new WorldView.ThingView(
                  it.name(),
                  it.kind(),
                  it.colour(),
                  at.x(),
                  at.y(),
                  apartment.where(it.name(), world),
                  apartment.isHidden(it.name(), world));
            })
            .toList(),
        apartment.people().stream()
            .map(it -> {
              World.Stance stance = apartment.stance(it.name(), world);
              return new WorldView.PersonView(
                  it.name(), stance.at().x(), stance.at().y(), stance.heading(), it.user());
            })
            .toList(),
        new WorldView.RobotView(
            robot.at().x(),
            robot.at().y(),
            robot.heading(),
            robot.speed(),
            Limits.RADIUS,
            robot.reach(),
            robot.height(),
            robot.gesture(),
            activity.map(Activity::way).orElse(List.of()).stream()
                .flatMap(it -> Stream.of(it.x(), it.y()))
                .toList()),
        world.held(),
        activity.map(Activity::words).orElse(""),
        stopped);
  }

  private static WorldView.FurnitureView furniture(Fixture fixture, World world) {
    World.Condition condition = world.condition(fixture.name());
    return new WorldView.FurnitureView(
        fixture.name(),
        fixture.kind(),
        fixture.room(),
        area(fixture.area()),
        fixture.colour(),
        fixture.can(Fixture.Ability.OPENS),
        condition.open(),
        fixture.can(Fixture.Ability.SWITCHES),
        condition.on());
  }

  private static WorldView.AreaView area(Area area) {
    return new WorldView.AreaView(area.x(), area.y(), area.width(), area.depth());
  }
}
