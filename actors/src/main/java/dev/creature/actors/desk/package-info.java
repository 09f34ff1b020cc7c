/** The desk where tasks are handed in without a voice, and where everything is stopped. */
@NullMarked
package dev.creature.actors.desk;

import org.jspecify.annotations.NullMarked;
