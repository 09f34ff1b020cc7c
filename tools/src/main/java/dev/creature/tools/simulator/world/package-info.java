/** The simulated apartment: what stands in it, and the state that changes. */
@NullMarked
package dev.creature.tools.simulator.world;

import org.jspecify.annotations.NullMarked;
