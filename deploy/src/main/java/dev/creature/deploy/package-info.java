/** The node and the command line: the only module that knows all the others. */
@NullMarked
package dev.creature.deploy;

import org.jspecify.annotations.NullMarked;
