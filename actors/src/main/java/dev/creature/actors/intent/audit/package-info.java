/** Holds the creature's own words against its deeds. */
@NullMarked
package dev.creature.actors.intent.audit;

import org.jspecify.annotations.NullMarked;
