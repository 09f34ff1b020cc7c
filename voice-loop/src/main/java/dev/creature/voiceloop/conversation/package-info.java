/** One live conversation: its actor, and what it remembers of what was said and heard. */
@NullMarked
package dev.creature.voiceloop.conversation;

import org.jspecify.annotations.NullMarked;
