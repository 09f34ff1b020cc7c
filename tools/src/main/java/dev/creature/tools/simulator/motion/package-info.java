/** How the body moves: free space, ways through it, speeds. */
@NullMarked
package dev.creature.tools.simulator.motion;

import org.jspecify.annotations.NullMarked;
