/** Audio links over WebRTC: Opus both ways, texts on a data channel. */
@NullMarked
package dev.creature.facebridge.webrtc;

import org.jspecify.annotations.NullMarked;
