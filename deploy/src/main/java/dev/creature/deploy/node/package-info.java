/** The node: one process with everything in it, from the microphone to the pages. */
@NullMarked
package dev.creature.deploy.node;

import org.jspecify.annotations.NullMarked;
