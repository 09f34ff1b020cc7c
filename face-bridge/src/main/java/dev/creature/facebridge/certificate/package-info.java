/** The creature's own authority, and the short-lived certificates that it gives to its server. */
@NullMarked
package dev.creature.facebridge.certificate;

import org.jspecify.annotations.NullMarked;
