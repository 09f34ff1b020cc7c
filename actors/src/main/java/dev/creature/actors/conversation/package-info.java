/** What a conversation tells the rest of the creature: timed events, on its one sample clock. */
@NullMarked
package dev.creature.actors.conversation;

import org.jspecify.annotations.NullMarked;
