package dev.creature.actors.intent.grammar;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Slots of a task while they are filled, before pronouns are resolved. Mutable. */
final class Slots {
  Optional<NounPhrase> object = Optional.empty();
  Optional<NounPhrase> target = Optional.empty();
  Optional<NounPhrase> source = Optional.empty();
  final TreeMap<String, String> arguments = new TreeMap<>();

  void target(Place place) {
    target = Optional.of(place.landmark());
    if (!place.preposition().equals("to")) {
      arguments.put("relation", place.preposition());
    }
  }

  void around(Draft d, Place goal, List<Place> locations) {
    int at = d.places.indexOf(goal);
    for (Place location : locations) {
      arguments.putIfAbsent(
          d.places.indexOf(location) < at ? "where" : "targetWhere", text(location));
    }
  }

  void where(List<Place> locations) {
    if (!locations.isEmpty()) {
      arguments.put("where", text(locations.getFirst()));
    }
  }

  void owner(String argument, Optional<NounPhrase> place) {
    place
        .map(NounPhrase::determiner)
        .filter(determiner -> !determiner.isEmpty())
        .ifPresent(determiner -> arguments.put(argument, determiner));
  }

  void describe(NounPhrase named) {
    if (!named.determiner().isEmpty()) {
      arguments.put("determiner", named.determiner());
    }
    if (!named.count().isEmpty()) {
      arguments.put("count", named.count());
    }
  }

  static String text(Place place) {
    return place.preposition() + " " + place.landmark().text();
  }
}
