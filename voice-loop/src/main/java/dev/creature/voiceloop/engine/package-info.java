/** The seam behind which a voice lives: audio in, timed audio, words and turns out. */
@NullMarked
package dev.creature.voiceloop.engine;

import org.jspecify.annotations.NullMarked;
