/** From words to the things, furniture, rooms and people that they name. */
@NullMarked
package dev.creature.tools.simulator.grounding;

import org.jspecify.annotations.NullMarked;
