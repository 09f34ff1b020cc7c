/** What all WebSockets share: bounded ways out, and messages that are checked. */
@NullMarked
package dev.creature.facebridge.socket;

import org.jspecify.annotations.NullMarked;
