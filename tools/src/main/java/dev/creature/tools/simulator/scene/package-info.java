/** The apartment as a file that people can edit. */
@NullMarked
package dev.creature.tools.simulator.scene;

import org.jspecify.annotations.NullMarked;
