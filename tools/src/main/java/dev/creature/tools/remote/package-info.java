/**
 * What all bodies have in common whose motion is another machine's: order, memory, cancel, stop.
 */
@NullMarked
package dev.creature.tools.remote;

import org.jspecify.annotations.NullMarked;
