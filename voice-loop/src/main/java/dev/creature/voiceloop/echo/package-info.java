/** Tells the creature's own voice in the microphone from a person's, and takes it out. */
@NullMarked
package dev.creature.voiceloop.echo;

import org.jspecify.annotations.NullMarked;
