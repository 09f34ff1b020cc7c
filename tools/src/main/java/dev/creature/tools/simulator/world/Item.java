package dev.creature.tools.simulator.world;

import java.util.List;
import java.util.Set;

/**
 * A thing that can be carried, as far as the hand can hold it.
 *
 * @param name tells it from all others, such as {@code blue cup}
 * @param names all words for it, its kind first
 * @param attributes words that describe it, such as its colour, size and material
 * @param mass in kilograms
 * @param pours what can be poured out of it; empty for nothing
 * @param vessel whether something can be poured into it
 */
public record Item(
    String name,
    String kind,
    List<String> names,
    String colour,
    Set<String> attributes,
    double mass,
    String pours,
    boolean vessel) {
  public Item {
    names = List.copyOf(names);
    attributes = Set.copyOf(attributes);
  }
}
