/** Reachy Mini as a body: a head, two antennas and a base that turns, behind its daemon's HTTP. */
@NullMarked
package dev.creature.tools.reachy;

import org.jspecify.annotations.NullMarked;
