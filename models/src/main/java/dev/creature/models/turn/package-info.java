/** Has the speaker finished: Smart Turn, from how the last seconds sound. */
@NullMarked
package dev.creature.models.turn;

import org.jspecify.annotations.NullMarked;
