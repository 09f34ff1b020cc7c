package dev.creature.actors;

/**
 * What is written to the journal, as JSON. A stored record keeps its type id and the meaning of its
 * fields; a field may be added with a default. Never a message between actors.
 */
public interface Stored {}
