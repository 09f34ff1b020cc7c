/** A body in a simulated apartment. */
@NullMarked
package dev.creature.tools.simulator;

import org.jspecify.annotations.NullMarked;
