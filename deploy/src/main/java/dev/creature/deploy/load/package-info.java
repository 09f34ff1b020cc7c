/** Simulated phones, nodes as processes, what is done to them, and what came of it. */
@NullMarked
package dev.creature.deploy.load;

import org.jspecify.annotations.NullMarked;
