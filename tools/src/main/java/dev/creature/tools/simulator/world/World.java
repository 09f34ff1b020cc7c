package dev.creature.tools.simulator.world;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All of the apartment that changes. Stored at the end of each task.
 *
 * @param step of 20 ms each since the very first start: the body's clock
 * @param version grows with whatever changes but the robot and the people
 * @param places of the things, by their name
 * @param conditions of doors and fixtures, by their name
 * @param people where they are, by their name
 * @param contents what is in a vessel, by its name
 * @param last the thing that was handled last: what {@code it} means
 */
public record World(
    long step,
    long version,
    Robot robot,
    Map<String, Place> places,
    Map<String, Condition> conditions,
    Map<String, Stance> people,
    Map<String, String> contents,
    Optional<String> last) {
  /** How a door or a fixture is. */
  public record Condition(boolean open, boolean locked, boolean on) {}

  /** Where a person stands and looks to. */
  public record Stance(Point at, double heading) {}

  public World {
    places = Map.copyOf(places);
    conditions = Map.copyOf(conditions);
    people = Map.copyOf(people);
    contents = Map.copyOf(contents);
  }

  /** Seconds of the body's clock. */
  public double seconds() {
    return step * 0.02;
  }

  /** What is in the hand. */
  public Optional<String> held() {
    return places.entrySet().stream()
        .filter(place -> place.getValue() instanceof Place.Held)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The condition of a door or a fixture; closed, unlocked and off where none is known. */
  public Condition condition(String name) {
    return conditions.getOrDefault(name, new Condition(false, false, false));
  }

  /** 20 ms later. */
  public World ticked() {
    return new World(step + 1, version, robot, places, conditions, people, contents, last);
  }

  public World with(Robot next) {
    return new World(step, version, next, places, conditions, people, contents, last);
  }

  /** With the thing at that place; it is the one that was handled last. */
  public World withPlace(String item, Place place) {
    Map<String, Place> next = new TreeMap<>(places);
    next.put(item, place);
    return new World(
        step, version + 1, robot, next, conditions, people, contents, Optional.of(item));
  }

  public World withCondition(String name, Condition condition) {
    Map<String, Condition> next = new TreeMap<>(conditions);
    next.put(name, condition);
    return new World(step, version + 1, robot, places, next, people, contents, last);
  }

  public World withPerson(String name, Stance stance) {
    Map<String, Stance> next = new HashMap<>(people);
    next.put(name, stance);
    return new World(step, version, robot, places, conditions, next, contents, last);
  }

  public World withContents(String vessel, String what) {
    Map<String, String> next = new TreeMap<>(contents);
    next.put(vessel, what);
    return new World(step, version + 1, robot, places, conditions, people, next, last);
  }
}
