/** From a task to the steps that do it, or the reason why it can't be done. */
@NullMarked
package dev.creature.tools.simulator.plan;

import org.jspecify.annotations.NullMarked;
