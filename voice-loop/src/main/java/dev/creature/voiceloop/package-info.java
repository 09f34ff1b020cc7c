/**
 * The fast path: ears, turn-taking, voice engines, mouth and audio links. Nothing here waits for
 * the slow path.
 */
@NullMarked
package dev.creature.voiceloop;

import org.jspecify.annotations.NullMarked;
