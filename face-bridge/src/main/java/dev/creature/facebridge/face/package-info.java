/** The hub that hands face frames to every face that is attached. */
@NullMarked
package dev.creature.facebridge.face;

import org.jspecify.annotations.NullMarked;
