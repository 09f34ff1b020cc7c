/**
 * Tasks that outlive the process: an event-sourced entity each, and the board that knows them all.
 */
@NullMarked
package dev.creature.actors.task.durable;

import org.jspecify.annotations.NullMarked;
