/** Takes steady noise out of the user's sound, where that is asked for. */
@NullMarked
package dev.creature.voiceloop.noise;

import org.jspecify.annotations.NullMarked;
