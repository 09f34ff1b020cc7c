@NullMarked
package dev.creature.reasoning.memory;

import org.jspecify.annotations.NullMarked;
