/** The web server: its addresses, what it lets in, and which path leads where. */
@NullMarked
package dev.creature.facebridge.server;

import org.jspecify.annotations.NullMarked;
