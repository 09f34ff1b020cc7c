/** The steps, carried out 20 ms at a time. */
@NullMarked
package dev.creature.tools.simulator.run;

import org.jspecify.annotations.NullMarked;
