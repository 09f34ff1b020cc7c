/** Looks at this machine, stage by stage, and says what keeps the creature from running. */
@NullMarked
package dev.creature.deploy.doctor;

import org.jspecify.annotations.NullMarked;
