/** The audio link over a WebSocket. */
@NullMarked
package dev.creature.facebridge.audio;

import org.jspecify.annotations.NullMarked;
