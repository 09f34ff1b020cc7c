/** Physical tasks: what is asked of a body, and how far it has come. */
@NullMarked
package dev.creature.actors.task;

import org.jspecify.annotations.NullMarked;
