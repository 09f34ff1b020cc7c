package dev.creature.tools.simulator.world;

import java.util.List;
import java.util.Set;

/**
 * Furniture or a device: what stays where it is.
 *
 * @param names all words for it, its kind first
 * @param height of the surface or of the handle above the floor, in metres
 * @param blocks whether the body can't pass
 * @param abilities what can be done with it
 */
public record Fixture(
    String name,
    String kind,
    List<String> names,
    String room,
    Area area,
    String colour,
    double height,
    boolean blocks,
    Set<Ability> abilities) {
  public Fixture {
    names = List.copyOf(names);
    abilities = Set.copyOf(abilities);
  }

  /** What can be done with a fixture. */
  public enum Ability {
    /** Things lie on it. */
    SURFACE,
    /** Things lie in it. */
    CONTAINER,
    /** Is opened and closed. */
    OPENS,
    /** Is switched on and off. */
    SWITCHES,
    /** Has water. */
    WATER,
    /** Takes rubbish. */
    RUBBISH,
    /** Warms what is inside. */
    HEATS,
    /** Cools what is inside. */
    COOLS
  }

  /** Whether it can be used so. */
  public boolean can(Ability ability) {
    return abilities.contains(ability);
  }
}
