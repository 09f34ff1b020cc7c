/** One-time codes, and the devices that traded one for a token. */
@NullMarked
package dev.creature.facebridge.pairing;

import org.jspecify.annotations.NullMarked;
