/** Recorded conversations, held again in virtual time: the same each time. */
@NullMarked
package dev.creature.voiceloop.replay;

import org.jspecify.annotations.NullMarked;
