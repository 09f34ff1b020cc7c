package dev.creature.tools.simulator.world;

import java.util.List;

/**
 * Somebody in the apartment.
 *
 * @param at where they are at the start
 * @param user whether this is who talks to the creature: {@code me}
 * @param walk places that they go to, one after another, when they are followed
 */
public record Person(String name, List<String> names, Point at, boolean user, List<String> walk) {
  public Person {
    names = List.copyOf(names);
    walk = List.copyOf(walk);
  }
}
