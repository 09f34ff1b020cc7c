/** What all bodies have in common: tasks in their order and each once, and the stop latch. */
@NullMarked
package dev.creature.tools.work;

import org.jspecify.annotations.NullMarked;
