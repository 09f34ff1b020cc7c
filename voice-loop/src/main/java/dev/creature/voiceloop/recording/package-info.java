/** Conversations on disk: sound, events and the figures measured from them. */
@NullMarked
package dev.creature.voiceloop.recording;

import org.jspecify.annotations.NullMarked;
