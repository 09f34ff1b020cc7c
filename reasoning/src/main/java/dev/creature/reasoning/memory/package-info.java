/** What users told the creature about themselves and their house. */
@NullMarked
package dev.creature.reasoning.memory;

import org.jspecify.annotations.NullMarked;
