/** The slow path: planning with language models and tools, memory, and the policy gate. */
@NullMarked
package dev.creature.reasoning;

import org.jspecify.annotations.NullMarked;
