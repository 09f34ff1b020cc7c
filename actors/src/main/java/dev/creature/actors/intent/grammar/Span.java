package dev.creature.actors.intent.grammar;

/**
 * What was read, and where it ends.
 *
 * @param end the first place behind it
 */
record Span<T>(T value, int end) {}
