package dev.creature.actors;

/**
 * What may cross from one node to another. Such a record has a fixed number on the wire and a fixed
 * order of components: new ones come at the end, and are types that can be missing (an {@code
 * Optional}, a list, a number). Never what is stored.
 */
public interface Crossing {}
