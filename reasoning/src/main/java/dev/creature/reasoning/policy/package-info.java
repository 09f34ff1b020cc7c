/**
 * Which deeds are allowed, by a readable rule file, and the log that nobody can rewrite unnoticed.
 */
@NullMarked
package dev.creature.reasoning.policy;

import org.jspecify.annotations.NullMarked;
