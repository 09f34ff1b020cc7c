/** Faces and pages: the hub that fans face frames out, and the HTTP and WebSocket routes. */
@NullMarked
package dev.creature.facebridge;

import org.jspecify.annotations.NullMarked;
