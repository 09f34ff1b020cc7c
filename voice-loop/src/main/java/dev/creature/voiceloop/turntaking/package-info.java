/**
 * When the creature takes the turn: strategies, each a pure function over what is known of the
 * pause.
 */
@NullMarked
package dev.creature.voiceloop.turntaking;

import org.jspecify.annotations.NullMarked;
